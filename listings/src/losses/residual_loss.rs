//! Losses of one residual r = ŷ − y, and how they become the loss of a batch.
//!
//! L(ŷ, y) = 1/n Σᵢ ℓ(rᵢ),   ∂L/∂ŷᵢ = ℓ′(rᵢ)/n,   r = ŷ − y, with ŷ and y of shape (n).
//!
//! **Convention.** The residual is prediction minus target, so that ∂r/∂ŷ = 1.
//! Statistics texts often write y − ŷ; for an even ℓ only the sign of ℓ′ changes, for
//! the quantile loss the roles of τ and 1 − τ change too.

use super::Loss;
use ndarray::{Array1, Zip};

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
        assert_same_length(prediction, target);
        let sum = Zip::from(prediction)
            .and(target)
            .fold(0.0, |sum, &yhat, &y| sum + self.of(yhat - y));
        sum / prediction.len() as f64
    }

    fn gradient(&self, prediction: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        assert_same_length(prediction, target);
        let samples = prediction.len() as f64;
        Zip::from(prediction)
            .and(target)
            .map_collect(|&yhat, &y| self.slope(yhat - y) / samples)
    }
}

fn assert_same_length(prediction: &Array1<f64>, target: &Array1<f64>) {
    assert_eq!(
        prediction.len(),
        target.len(),
        "{} predictions for {} targets",
        prediction.len(),
        target.len()
    );
}
// ANCHOR_END: residual_loss
