//! # The squared error of one sample
//!
//! A linear model with $k$ features gives $\hat y = w^\top x + b$. Write its loss on one
//! sample, $L = (\hat y - y)^2$, and the gradient of $L$ with respect to the $k$ weights and
//! then the bias, as one vector of length $k + 1$.

use ndarray::Array1;

/// L, for w and x of shape (k).
pub fn value(w: &Array1<f64>, b: f64, x: &Array1<f64>, y: f64) -> f64 {
    todo!()
}

/// (∂L/∂w, ∂L/∂b), of shape (k + 1).
pub fn gradient(w: &Array1<f64>, b: f64, x: &Array1<f64>, y: f64) -> Array1<f64> {
    todo!()
}
