//! L1: does the loss matter when some prices are wrong?
//!
//! A linear model and a network of the standardized features are trained by Adam under a
//! cosine, once under each loss and at each of the same peak rates: equal budgets. A share of
//! the training prices has the decimal point one place too far to the right; validation and
//! test prices are right. The rate of each loss is the one with the least mean validation MAE
//! over the seeds. Beside them stand the mean price and ordinary least squares, which need no
//! rate.

mod models;
mod rows;
mod slices;
mod summary;
mod training;

use crate::evaluation::RegressionQuality;
use serde::{Deserialize, Serialize};

pub use models::{Losses, Models};
pub use rows::{Row, best, rows, table, tables};
pub use slices::{Slice, slices};
pub use summary::{Summary, summary};
pub use training::{Price, Training, training};

/// What the full run recorded.
pub const RECORDS: &str = include_str!("../records/l1.jsonl");

/// The shares of wrong prices that are compared.
pub const WRONG: [f64; 2] = [0.0, 0.05];

/// What is minimized.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Criterion {
    /// The mean squared error.
    Squared,
    /// The mean absolute error.
    Absolute,
    /// Huber's loss with this δ, in the unit of the prices.
    Huber(f64),
}

impl Criterion {
    /// Its name in tables and figures.
    pub fn name(self) -> String {
        match self {
            Self::Squared => "MSE".to_string(),
            Self::Absolute => "MAE".to_string(),
            Self::Huber(delta) => format!("Huber, δ = {delta}"),
        }
    }
}

/// What predicts.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Predictor {
    /// The mean of the training prices.
    Mean,
    /// Ordinary least squares, solved exactly.
    LeastSquares,
    /// A model, trained.
    Trained {
        /// The loss.
        criterion: Criterion,
        /// Units of the hidden layer; 0 for a linear model.
        hidden: usize,
        /// The peak rate.
        rate: f64,
        /// Passes over the training part.
        epochs: usize,
        /// Samples of a batch.
        batch: usize,
    },
    /// No prediction: the loss of the training part along one direction. From the weights of
    /// least squares on right prices, the weight of the median income is moved by
    /// [`SLICE`], and the curve holds the losses.
    Slice {
        /// The loss.
        criterion: Criterion,
    },
}

/// How far [`Predictor::Slice`] moves the weight: from the first to the second, in so many
/// steps.
pub const SLICE: (f64, f64, usize) = (-1.0, 3.0, 40);

/// A run but for its seed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Config {
    /// What predicts.
    pub predictor: Predictor,
    /// The share of the training prices that are ten times too high.
    pub wrong: f64,
    /// The share of the training part that is held out for validation.
    pub validation: f64,
}

/// What came out.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Outcome {
    /// The MAE of the validation part after each epoch; of a slice, the losses along it. Five
    /// digits each.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub curve: Vec<f64>,
    /// On the validation part; absent where training diverged.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub validation: Option<RegressionQuality>,
    /// On the test part; absent where training diverged.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub test: Option<RegressionQuality>,
}

/// A record of this lab.
pub type Record = super::Record<Config, Outcome>;
