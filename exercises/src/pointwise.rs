//! Arrays from a function of one residual r = prediction - target: what the checks of
//! regression losses build their wrong answers with.

use ndarray::Array1;

/// f(r) for each sample.
pub fn each(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    f: impl Fn(f64) -> f64,
) -> Array1<f64> {
    (prediction - target).mapv(f)
}

/// f(r) / n for each sample: the gradient of a mean whose terms have the derivative f.
pub fn each_over_n(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    f: impl Fn(f64) -> f64,
) -> Array1<f64> {
    each(prediction, target, f) / prediction.len() as f64
}

/// The sum of f(r).
pub fn sum(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    f: impl Fn(f64) -> f64,
) -> f64 {
    each(prediction, target, f).sum()
}

/// The mean of f(r).
pub fn mean(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    f: impl Fn(f64) -> f64,
) -> f64 {
    sum(prediction, target, f) / prediction.len() as f64
}
