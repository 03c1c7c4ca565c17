//! Mean absolute error.
//!
//! L(ŷ, y) = 1/n Σᵢ |rᵢ|,   ∂L/∂ŷᵢ = sign(rᵢ)/n,   r = ŷ − y.
//!
//! **Convention.** At r = 0 every number in [−1, 1] is a subgradient; this code and
//! PyTorch take 0. `f64::signum(0.0)` is 1, which would push a perfect prediction away
//! from its target.
//!
//! # Reference
//! P.-S. Laplace, *Mémoire sur la probabilité des causes par les événements*, 1774,
//! problem III.

use super::ResidualLoss;

// ANCHOR: mae
/// ℓ(r) = |r|, minimized by the median of the targets.
///
/// ```
/// use listings::losses::{Loss, MeanAbsoluteError};
/// use ndarray::array;
///
/// let prediction = array![1.0, -2.0, 2.0, -3.0, -20.0];
/// let target = array![0.0, 0.0, 0.0, 0.0, 0.0];
/// // (1 + 2 + 2 + 3 + 20) / 5
/// assert_eq!(MeanAbsoluteError.value(&prediction, &target), 5.6);
/// let gradient = MeanAbsoluteError.gradient(&prediction, &target);
/// assert_eq!(gradient, array![0.2, -0.2, 0.2, -0.2, -0.2]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MeanAbsoluteError;

impl ResidualLoss for MeanAbsoluteError {
    fn of(&self, residual: f64) -> f64 {
        residual.abs()
    }

    fn slope(&self, residual: f64) -> f64 {
        if residual == 0.0 { 0.0 } else { residual.signum() }
    }
}
// ANCHOR_END: mae
