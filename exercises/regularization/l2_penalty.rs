//! # A price on weights, not on the bias
//!
//! The parameters of a linear model are $\theta = (w_1, \dots, w_k, b)$, the bias last.
//! Write the L2 penalty in the convention of weight decay, and its gradient:
//!
//! $$
//! R(\theta) = \frac{\lambda}{2} \sum_{j=1}^{k} w_j^2 .
//! $$
//!
//! The bias pays nothing. The gradient has the shape of $\theta$.

use ndarray::Array1;

/// The penalty. There is at least a bias.
pub fn value(theta: &Array1<f64>, lambda: f64) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `theta`.
pub fn gradient(theta: &Array1<f64>, lambda: f64) -> Array1<f64> {
    todo!()
}
