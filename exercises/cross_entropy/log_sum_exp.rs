//! # Log-sum-exp without overflow
//!
//! Write $\ln \sum_c e^{z_c}$ and the softmax $e^{z_c} / \sum_j e^{z_j}$ of a vector of
//! logits. Both are finite for all finite logits. Your code has to be right for logits such
//! as $1000$ and $-1000$ too, where $e^{1000}$ overflows and $e^{-1000}$ is rounded to zero.

use ndarray::Array1;

/// ln of the sum of the exponentials. There is at least one logit.
pub fn log_sum_exp(logits: &Array1<f64>) -> f64 {
    todo!()
}

/// The exponentials divided by their sum.
pub fn softmax(logits: &Array1<f64>) -> Array1<f64> {
    todo!()
}
