//! # The loss that will not fall
//!
//! A classifier of three classes separates its training data: every sample has the right
//! class on top, by far. Its loss stands at $0.5514$ and does not move. Somebody lowered the
//! rate, then raised it; somebody else suspects the data.
//!
//! This is the loss of one sample, given the model's logits. Find the fault and repair it.
//! Then explain the number $0.5514$.

use ndarray::Array1;

/// The cross-entropy of one sample, from the logits of the model.
pub fn value(logits: &Array1<f64>, class: usize) -> f64 {
    let probabilities = softmax(logits);
    log_sum_exp(&probabilities) - probabilities[class]
}

fn softmax(logits: &Array1<f64>) -> Array1<f64> {
    let lse = log_sum_exp(logits);
    logits.mapv(|logit| (logit - lse).exp())
}

fn log_sum_exp(logits: &Array1<f64>) -> f64 {
    let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    largest + logits.mapv(|logit| (logit - largest).exp()).sum().ln()
}
