//! For every $m$, $\ln \sum_c e^{z_c} = m + \ln \sum_c e^{z_c - m}$, and in the softmax
//! $e^{-m}$ cancels. With $m = \max_c z_c$ the largest exponential is 1: nothing overflows,
//! and the sum is at least 1.

use ndarray::Array1;

/// ln of the sum of the exponentials. There is at least one logit.
pub fn log_sum_exp(logits: &Array1<f64>) -> f64 {
    let largest = largest(logits);
    largest + logits.mapv(|logit| (logit - largest).exp()).sum().ln()
}

/// The exponentials divided by their sum.
pub fn softmax(logits: &Array1<f64>) -> Array1<f64> {
    let largest = largest(logits);
    let exponentials = logits.mapv(|logit| (logit - largest).exp());
    let sum = exponentials.sum();
    exponentials / sum
}

fn largest(logits: &Array1<f64>) -> f64 {
    logits.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}
