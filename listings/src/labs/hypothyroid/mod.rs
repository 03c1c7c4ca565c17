//! L4: records of the lab on hypothyroid patients, and what they come to.
//!
//! **The comparison.** Every loss trains the same models on the same divisions of the
//! patients, at the same rates. In each fold the validation part chooses the rate (the
//! largest average precision), when to stop, and the threshold; the part that is left out
//! chooses nothing, and judges. The test part is judged by the models of all folds.

mod curves;
mod diagrams;
mod drawn;
mod measure;
mod rows;
mod summary;

use serde::{Deserialize, Serialize};

pub use curves::{Curve, curve};
pub use diagrams::{Diagram, diagram};
pub use drawn::{OTHERS, drawn};
pub use measure::{Measure, Ratios, above_bin, cost, reliability};
pub use rows::{
    Compared, Measured, Probabilities, Row, Rule, Tested, calibration, decisions, find,
    mean_of, names, predictors, ranking, rows, tables, test,
};
pub use summary::{Summary, summary};

/// What the full run recorded.
pub const RECORDS: &str = include_str!("../records/l4.jsonl");

/// What is minimized.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Criterion {
    /// Binary cross-entropy.
    CrossEntropy,
    /// Cross-entropy in which an ill patient counts (n₋/n₊)^power times.
    Weighted {
        /// 1 makes both classes weigh the same.
        power: f64,
    },
    /// The focal loss.
    Focal {
        /// The focus γ.
        gamma: f64,
        /// The weight α of the ill, with 1 − α for the others; absent: 1 for both.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        alpha: Option<f64>,
    },
    /// Cross-entropy plus 1 − F, with F an F₁ of probabilities in place of decisions.
    WithSoftF1,
}

impl Criterion {
    /// Its name in tables and figures.
    pub fn name(self) -> String {
        match self {
            Self::CrossEntropy => "cross-entropy".to_string(),
            Self::Weighted { power: 1.0 } => "weighted, n₋/n₊".to_string(),
            Self::Weighted { power: 0.5 } => "weighted, √(n₋/n₊)".to_string(),
            Self::Weighted { power } => format!("weighted, (n₋/n₊)^{power}"),
            Self::Focal { gamma, alpha: None } => format!("focal, γ = {gamma}"),
            Self::Focal { gamma, alpha: Some(alpha) } => {
                format!("focal, γ = {gamma}, α = {alpha}")
            }
            Self::WithSoftF1 => "cross-entropy + soft F₁".to_string(),
        }
    }
}

/// What scores patients.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Model {
    /// Logistic regression on the thyrotropin (TSH) alone, and whether it was measured.
    Thyrotropin,
    /// Logistic regression on everything.
    Linear,
    /// A network with one hidden layer.
    Network {
        /// Its units.
        hidden: usize,
    },
}

/// What predicts.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Predictor {
    /// The share of the ill in the training samples, for everybody: never above ½.
    Share,
    /// A model, trained with Adam at a constant rate.
    Trained {
        /// The model.
        model: Model,
        /// The loss.
        criterion: Criterion,
        /// The rates, of which the validation part chooses one.
        rates: Vec<f64>,
        /// Passes over the training samples at most.
        epochs: usize,
        /// Epochs without a lower loss of the validation part, after which it stops.
        patience: usize,
        /// Samples of a batch.
        batch: usize,
    },
}

/// A run but for its seed.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Config {
    /// What predicts.
    pub predictor: Predictor,
    /// How many parts the training records are divided into. Each is left out once, and
    /// the one after it validates.
    pub folds: usize,
}

/// What came out.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Outcome {
    /// The verdict on what was left out; absent where training diverged at every rate.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub judged: Option<Judged>,
}

/// How many of the ill were found, and how many of the others were taken for ill, in each
/// fold.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Decisions {
    /// Ill, and found.
    pub found: Vec<usize>,
    /// Not ill, and alarmed.
    pub alarms: Vec<usize>,
}

/// What was left out, judged by models that never saw it. Vectors have an element a fold.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Judged {
    /// How many are ill.
    pub ill: Vec<usize>,
    /// How many are not.
    pub others: Vec<usize>,
    /// The rate that was chosen; empty where nothing was trained.
    pub rates: Vec<f64>,
    /// The epoch whose weights were kept, from 0; empty where nothing was trained.
    pub epochs: Vec<usize>,
    /// The AUROC.
    pub auroc: Vec<f64>,
    /// The average precision.
    pub average_precision: Vec<f64>,
    /// Decisions at ½.
    pub half: Decisions,
    /// The probabilities with the best F₁ of the validation part; 0 where everybody is
    /// called ill.
    pub thresholds: Vec<f64>,
    /// Decisions at these.
    pub chosen: Decisions,
    /// Decisions that are cheapest where a miss costs n₋/n₊ false alarms, by the
    /// corrected probabilities.
    pub cheapest: Decisions,
    /// The ill among the twentieth of the patients with the highest scores.
    pub in_twentieth: Vec<usize>,
    /// The ill among the tenth of the patients with the highest scores.
    pub in_tenth: Vec<usize>,
    /// The probabilities as they come out of the model, in [`BINS`] bins.
    pub raw: Calibration,
    /// With what the loss does to them undone by a formula, in half as many bins;
    /// absent for a loss without one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub undone: Option<Calibration>,
    /// With slope and intercept fitted to the validation part.
    pub scaled: Calibration,
    /// The test part.
    pub test: Test,
}

/// Probabilities of all folds against what was true.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Calibration {
    /// The mean squared error.
    pub brier: f64,
    /// The expected calibration error with ten bins.
    pub error: f64,
    /// The bins with patients; none where no picture is made of them.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub bins: Vec<Bin>,
}

/// Patients with similar probabilities: (number of the bin, patients, ill, sum of their
/// probabilities to two decimals).
pub type Bin = (usize, usize, usize, f64);

/// Into how many bins of equal width [0, 1] is divided for raw probabilities.
pub const BINS: usize = 20;

/// The test part, judged by a committee: the models of all folds, with the mean of their
/// probabilities, and the majority of their decisions.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Test {
    /// How many are ill.
    pub ill: usize,
    /// How many are not.
    pub others: usize,
    /// The AUROC.
    pub auroc: f64,
    /// Its bootstrap interval: what other test samples would say of the same committee.
    pub interval: [f64; 2],
    /// The average precision.
    pub average_precision: f64,
    /// Found and alarmed at ½.
    pub half: [usize; 2],
    /// Found and alarmed where each model uses its threshold.
    pub chosen: [usize; 2],
}

/// A record of this lab.
pub type Record = super::Record<Config, Outcome>;
