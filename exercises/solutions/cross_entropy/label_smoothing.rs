//! Every class gets $s/k$, the right one too, which has $1 - s + s/k$ in all: the target sums
//! to one. The derivation of the gradient uses nothing else about the target, so
//! $p - y'$ it is.

use ndarray::Array1;

/// y′ for the class `class` of `classes`, counted from 0.
pub fn smoothed(class: usize, classes: usize, smoothing: f64) -> Array1<f64> {
    let mut target = Array1::from_elem(classes, smoothing / classes as f64);
    target[class] += 1.0 - smoothing;
    target
}

/// The cross-entropy of one sample with the smoothed target.
pub fn value(logits: &Array1<f64>, class: usize, smoothing: f64) -> f64 {
    let log_p = log_softmax(logits);
    -smoothed(class, logits.len(), smoothing).dot(&log_p)
}

/// The gradient of [`value`] with respect to `logits`.
pub fn gradient(logits: &Array1<f64>, class: usize, smoothing: f64) -> Array1<f64> {
    log_softmax(logits).mapv(f64::exp) - smoothed(class, logits.len(), smoothing)
}

fn log_softmax(logits: &Array1<f64>) -> Array1<f64> {
    let largest = logits.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let shifted = logits - largest;
    let log_of_sum = shifted.mapv(f64::exp).sum().ln();
    shifted - log_of_sum
}
