//! Mean squared error.
//!
//! L(ŷ, y) = 1/n Σᵢ rᵢ²,   ∂L/∂ŷᵢ = 2rᵢ/n,   r = ŷ − y.
//!
//! **Convention.** No factor ½, as in PyTorch and scikit-learn's metric; texts that
//! write ½r² have half the value and half the gradient, so the same step needs twice
//! the rate.
//!
//! # Reference
//! C. F. Gauss, *Theoria combinationis observationum erroribus minimis obnoxiae*, 1823,
//! part 1, §6.

use super::ResidualLoss;

// ANCHOR: mse
/// ℓ(r) = r², minimized by the mean of the targets.
///
/// ```
/// use listings::losses::{Loss, MeanSquaredError};
/// use ndarray::array;
///
/// // Against targets of 0, the predictions are the residuals.
/// let prediction = array![1.0, -2.0, 2.0, -3.0, -20.0];
/// let target = array![0.0, 0.0, 0.0, 0.0, 0.0];
/// // (1 + 4 + 4 + 9 + 400) / 5
/// assert_eq!(MeanSquaredError.value(&prediction, &target), 83.6);
/// let gradient = MeanSquaredError.gradient(&prediction, &target);
/// assert_eq!(gradient, array![0.4, -0.8, 0.8, -1.2, -8.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MeanSquaredError;

impl ResidualLoss for MeanSquaredError {
    fn of(&self, residual: f64) -> f64 {
        residual * residual
    }

    fn slope(&self, residual: f64) -> f64 {
        2.0 * residual
    }
}
// ANCHOR_END: mse
