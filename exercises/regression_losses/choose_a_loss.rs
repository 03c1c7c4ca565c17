//! # Which loss would you train with?
//!
//! Three people ask you for a loss. Give each the one that fits best:
//! `RegressionLoss::SquaredError`, `AbsoluteError`, `Huber` or `Quantile { tau }`. Write
//! down your reason before you run the check.
//!
//! 1. **House prices.** One price in a hundred was typed with a zero too many. The
//!    other errors are small and symmetric, and among them you want the precision of
//!    least squares. You train by gradient descent at a constant rate, and the steps
//!    should become short by themselves as the fit becomes good.
//! 2. **Energy.** A utility predicts the consumption of each household. The
//!    distribution is skewed: a few households use very much, and these values are real.
//!    The predictions are added up, and on average the sum has to match what is
//!    delivered.
//! 3. **Spare parts.** A workshop orders what the model predicts as demand. Each part
//!    that is missing costs nine times as much as each part that is left over.

use crate::choices::RegressionLoss;

/// For the house prices with typing errors.
pub fn house_prices() -> RegressionLoss {
    todo!()
}

/// For the consumption that is added up.
pub fn energy() -> RegressionLoss {
    todo!()
}

/// For the spare parts.
pub fn spare_parts() -> RegressionLoss {
    todo!()
}
