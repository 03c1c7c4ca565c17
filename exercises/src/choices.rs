//! What the design exercises offer to choose from.

use crate::observation::Seen;

/// A loss for regression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RegressionLoss {
    /// The mean of r².
    SquaredError,
    /// The mean of |r|.
    AbsoluteError,
    /// Quadratic up to a threshold, linear beyond.
    Huber,
    /// The pinball loss, which is least at the `tau`-quantile.
    Quantile {
        /// The share of the targets that should lie below the prediction, in (0, 1).
        tau: f64,
    },
}

impl From<RegressionLoss> for Seen {
    fn from(choice: RegressionLoss) -> Self {
        Self::Word(format!("{choice:?}"))
    }
}
