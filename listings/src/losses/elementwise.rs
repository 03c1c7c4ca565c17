//! Means and gradients of losses that look at one prediction and one target at a time.
//!
//! L(ŷ, y) = 1/n Σᵢ ℓ(ŷᵢ, yᵢ),   ∂L/∂ŷᵢ = 1/n ∂ℓ/∂ŷᵢ, with ŷ and y of shape (n).

use ndarray::{Array1, Zip};

// ANCHOR: elementwise
/// 1/n Σᵢ ℓ(ŷᵢ, yᵢ).
///
/// # Panics
/// Panics when the numbers of predictions and targets differ.
pub fn mean_loss(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    loss: impl Fn(f64, f64) -> f64,
) -> f64 {
    assert_as_many(prediction, target);
    let sum = Zip::from(prediction)
        .and(target)
        .fold(0.0, |sum, &prediction, &target| sum + loss(prediction, target));
    sum / prediction.len() as f64
}

/// ∂L/∂ŷ of that mean, from the slope ∂ℓ/∂ŷ.
///
/// # Panics
/// Panics when the numbers of predictions and targets differ.
pub fn mean_gradient(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    slope: impl Fn(f64, f64) -> f64,
) -> Array1<f64> {
    assert_as_many(prediction, target);
    let samples = prediction.len() as f64;
    Zip::from(prediction)
        .and(target)
        .map_collect(|&prediction, &target| slope(prediction, target) / samples)
}

pub(super) fn assert_as_many(prediction: &Array1<f64>, target: &Array1<f64>) {
    let (predictions, targets) = (prediction.len(), target.len());
    assert_eq!(predictions, targets, "{predictions} predictions for {targets} targets");
}
// ANCHOR_END: elementwise
