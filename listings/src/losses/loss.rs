//! The trait that every loss implements.

use ndarray::Array1;

// ANCHOR: loss
/// A loss of a batch: one number to minimize, and its gradient with respect to the
/// predictions.
///
/// An empty batch has no mean: its value is NaN, as in PyTorch. A NaN among the
/// predictions makes the value NaN.
///
/// # Panics
/// Both functions panic when predictions and targets do not fit together, naming both
/// lengths or shapes.
pub trait Loss<Prediction = Array1<f64>, Target = Array1<f64>> {
    /// L(ŷ, y), the mean over the samples.
    fn value(&self, prediction: &Prediction, target: &Target) -> f64;

    /// ∂L/∂ŷ, of the same shape as the predictions.
    fn gradient(&self, prediction: &Prediction, target: &Target) -> Prediction;
}
// ANCHOR_END: loss
