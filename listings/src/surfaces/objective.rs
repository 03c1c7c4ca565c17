//! What an optimizer minimizes.

use ndarray::Array1;

// ANCHOR: objective
/// A function L of a parameter vector θ of shape (d), and its gradient.
pub trait Objective {
    /// L(θ).
    fn value(&self, theta: &Array1<f64>) -> f64;

    /// g = ∂L/∂θ, of the shape of θ.
    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64>;
}
// ANCHOR_END: objective
