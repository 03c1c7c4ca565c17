//! Ask first what the prediction is *for*: a loss decides which property of the target's
//! distribution the model learns.
//!
//! House prices: the Huber loss. It caps the pull of the typing errors and is quadratic,
//! hence precise and self-slowing, for the others. Energy: the squared error, because it
//! learns the mean, and means are what add up; the large values are no mistakes, so there
//! is nothing to be robust against. Spare parts: order so much that the next part is as
//! likely to be missing, times nine, as to be left over, times one. That is the quantile
//! with $\tau = 9/(9 + 1) = 0.9$.

use crate::choices::RegressionLoss;

/// For the house prices with typing errors.
pub fn house_prices() -> RegressionLoss {
    RegressionLoss::Huber
}

/// For the consumption that is added up.
pub fn energy() -> RegressionLoss {
    RegressionLoss::SquaredError
}

/// For the spare parts.
pub fn spare_parts() -> RegressionLoss {
    RegressionLoss::Quantile { tau: 0.9 }
}
