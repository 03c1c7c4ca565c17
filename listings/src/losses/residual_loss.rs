//! Losses of one residual r = ŷ − y, and how they become the loss of a batch.
//!
//! L(ŷ, y) = 1/n Σᵢ ℓ(rᵢ),   ∂L/∂ŷᵢ = ℓ′(rᵢ)/n,   r = ŷ − y, with ŷ and y of shape (n).
//!
//! **Convention.** The residual is prediction minus target, so that ∂r/∂ŷ = 1.
//! Statistics texts often write y − ŷ; for an even ℓ only the sign of ℓ′ changes, for
//! the quantile loss the roles of τ and 1 − τ change too.

use super::Loss;
use super::elementwise::{mean_gradient, mean_loss};
use ndarray::Array1;

// ANCHOR: residual_loss
/// A loss ℓ(r) of one residual r = ŷ − y.
pub trait ResidualLoss {
    /// ℓ(r).
    fn of(&self, residual: f64) -> f64;

    /// ℓ′(r); at a kink, the subgradient nearest to zero.
    fn slope(&self, residual: f64) -> f64;
}

impl<L: ResidualLoss> Loss for L {
    fn value(&self, prediction: &Array1<f64>, target: &Array1<f64>) -> f64 {
        mean_loss(prediction, target, |yhat, y| self.of(yhat - y))
    }

    fn gradient(&self, prediction: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        mean_gradient(prediction, target, |yhat, y| self.slope(yhat - y))
    }
}
// ANCHOR_END: residual_loss
