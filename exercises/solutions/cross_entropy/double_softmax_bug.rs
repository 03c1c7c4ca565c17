//! $\ln \sum_j e^{z_j} - z_t$ is the cross-entropy from *logits*, and it is given
//! probabilities: the softmax is taken twice. The inner one puts the numbers between 0 and 1,
//! and the outer one makes little of such small differences. At best the probabilities are
//! $(1, 0, 0)$, and the loss is $\ln(e + 1 + 1) - 1 = 0.5514$. Its gradient is multiplied by the
//! inner softmax's derivative, which vanishes there: no rate helps.
//!
//! Nothing crashes, since probabilities are valid logits. The sign is a loss that starts near
//! $\ln k$ and has a floor.

use ndarray::Array1;

/// The cross-entropy of one sample, from the logits of the model.
pub fn value(logits: &Array1<f64>, class: usize) -> f64 {
    log_sum_exp(logits) - logits[class]
}

fn log_sum_exp(logits: &Array1<f64>) -> f64 {
    let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    largest + logits.mapv(|logit| (logit - largest).exp()).sum().ln()
}
