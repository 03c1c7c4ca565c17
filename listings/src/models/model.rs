//! The trait that every model implements.

use ndarray::{Array1, Array2};

// ANCHOR: model
/// A model ŷ = f(θ, X) of n samples with a flat parameter vector θ of shape (d).
pub trait Model<Output = Array1<f64>> {
    /// d, the length of θ.
    fn parameters(&self) -> usize;

    /// ŷ = f(θ, X), with the samples in the rows of X.
    fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Output;

    /// ∂L/∂θ from ∂L/∂ŷ, by the chain rule: (∂ŷ/∂θ)ᵀ ∂L/∂ŷ.
    fn backward(
        &self,
        theta: &Array1<f64>,
        inputs: &Array2<f64>,
        output_gradient: &Output,
    ) -> Array1<f64>;
}
// ANCHOR_END: model
