//! The trait that every regularizer implements.
//!
//! R(w) = Σⱼ r(wⱼ),   ∂R/∂wⱼ = r′(wⱼ),   prox(w)ⱼ = argmin_u ½(u − wⱼ)² + s r(u),
//! with w of shape (k) and a step s ≥ 0.
//!
//! **Convention.** λ is a part of the regularizer, and R is a sum over the weights, not a
//! mean. The loss that it is added to is a mean over the samples.

use ndarray::Array1;

// ANCHOR: regularizer
/// A price R(w) = Σⱼ r(wⱼ) on weights.
///
/// A weight that is not finite gives a value that is not finite.
pub trait Regularizer {
    /// r(w) of one weight.
    fn of(&self, weight: f64) -> f64;

    /// r′(w); at a kink, the subgradient nearest to zero.
    fn slope(&self, weight: f64) -> f64;

    /// The proximal operator of one weight: the u with the least
    /// ½(u − w)² + step · r(u).
    ///
    /// # Panics
    /// May panic when `step` is negative or NaN.
    fn proximal_of(&self, weight: f64, step: f64) -> f64;

    /// R(w) = Σⱼ r(wⱼ).
    fn value(&self, weights: &Array1<f64>) -> f64 {
        weights.iter().map(|&weight| self.of(weight)).sum()
    }

    /// ∂R/∂w, or a subgradient of it.
    fn gradient(&self, weights: &Array1<f64>) -> Array1<f64> {
        weights.mapv(|weight| self.slope(weight))
    }

    /// The proximal operator, weight by weight.
    ///
    /// # Panics
    /// May panic when `step` is negative or NaN.
    fn proximal(&self, weights: &Array1<f64>, step: f64) -> Array1<f64> {
        weights.mapv(|weight| self.proximal_of(weight, step))
    }
}
// ANCHOR_END: regularizer
