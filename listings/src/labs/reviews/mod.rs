//! L3: records of the lab on schedules for a transformer, and what they come to.
//!
//! **The comparison.** Every schedule trains the same transformer with Adam at the same
//! peak rates, once on each of [`TUNING`]'s seeds: equal budgets. The rate with the least
//! mean validation loss is chosen, and runs again on fresh seeds; only these runs are
//! compared on the test part. Beside them stands logistic regression on the words of a
//! review, in no order, with as many penalties to choose from.

mod choice;
mod difference;
mod peaks;
mod schedule;
mod summary;

use serde::{Deserialize, Serialize};

pub use choice::{Kind, choose, is_tuning};
pub use difference::{Difference, family};
pub use peaks::{Peak, STUCK, Start, peaks, peaks_table};
pub use schedule::{Fall, schedule};
pub use summary::{
    Compared, Gain, Judged, Row, gains, gains_table, judged, mean_curve, place, rows,
    table, tables,
};

/// What the full run recorded.
pub const RECORDS: &str = include_str!("../records/l3.jsonl");

/// These records in brief, which is all that the page draws.
pub fn runs() -> Vec<Record> {
    super::read_briefs("l3", include_str!("../records/l3.brief.json"))
}

/// The seeds that choose rates and penalties. Results are of the seeds 1, 2, ….
pub const TUNING: [u64; 4] = [101, 102, 103, 104];

/// Where the transformer has its norms.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Norm {
    /// In front of attention and feed-forward part, as in most transformers today.
    Before,
    /// Behind each sum, as in the first one.
    After,
}

/// What decides.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Predictor {
    /// The same class, always.
    Always,
    /// Logistic regression on which words occur, minimized by L-BFGS.
    Words {
        /// λ of the penalty λ/2 ‖w‖².
        penalty: f64,
    },
    /// A transformer, trained by Adam.
    Transformer {
        /// Where its norms are.
        norm: Norm,
        /// How the rate falls.
        fall: Fall,
        /// The share of the steps in which the rate rises from zero before that.
        warmup: f64,
        /// The peak rate.
        peak: f64,
        /// Passes over the training part.
        epochs: usize,
        /// Reviews of a batch.
        batch: usize,
        /// The numbers that stand for a token.
        width: usize,
        /// Units of a layer's feed-forward part.
        hidden: usize,
        /// Layers.
        layers: usize,
        /// Heads of a layer.
        heads: usize,
    },
}

/// A run but for its seed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Config {
    /// What decides.
    pub predictor: Predictor,
    /// How many of the training reviews are used, the first ones.
    pub reviews: usize,
    /// The share of them that is held out for validation.
    pub validation: f64,
    /// How many words of a review are read, the first ones.
    pub length: usize,
    /// In how many of the reviews that are trained on a word has to occur to be known.
    pub occurs: usize,
}

/// How good decisions are.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Quality {
    /// The mean cross-entropy, in nats.
    pub loss: f64,
    /// The share that is right.
    pub accuracy: f64,
}

/// What came out. Four digits each.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Outcome {
    /// How many tokens there are: the known words, the unknown one, and padding.
    pub tokens: usize,
    /// The mean loss of the batches in each tenth of the steps, each before its step.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub training: Vec<f64>,
    /// The validation part after each epoch; at the end only, where nothing has epochs.
    pub validation: Vec<Quality>,
    /// The test part; absent where a loss or a gradient was not finite.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub test: Option<Quality>,
}

impl Outcome {
    /// The validation part at the end of a run that came to its end.
    pub fn last(&self) -> Option<Quality> {
        self.test.and(self.validation.last().copied())
    }
}

/// A record of this lab.
pub type Record = super::Record<Config, Outcome>;

#[cfg(test)]
pub(crate) mod by_hand {
    use super::*;

    /// A transformer; its sizes do not matter to summaries.
    pub fn transformer(norm: Norm, fall: Fall, warmup: f64, peak: f64) -> Predictor {
        let (epochs, batch) = (1, 32);
        let (width, hidden, layers, heads) = (2, 2, 1, 1);
        Predictor::Transformer {
            norm,
            fall,
            warmup,
            peak,
            epochs,
            batch,
            width,
            hidden,
            layers,
            heads,
        }
    }

    /// A record whose validation part has this loss and accuracy, and the test part the
    /// same; not finite, where there are none.
    pub fn record(predictor: Predictor, seed: u64, of: Option<(f64, f64)>) -> Record {
        let quality = of.map(|(loss, accuracy)| Quality { loss, accuracy });
        Record::unmeasured(
            "l3",
            Config { predictor, reviews: 100, validation: 0.2, length: 8, occurs: 5 },
            seed,
            Outcome {
                tokens: 10,
                training: vec![0.7, 0.6],
                validation: quality.into_iter().collect(),
                test: quality,
            },
        )
    }
}
