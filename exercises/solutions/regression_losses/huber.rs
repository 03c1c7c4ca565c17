//! The quadratic branch has the derivative $r$, the linear branch
//! $\delta \operatorname{sign}(r)$. At $|r| = \delta$ both give $\pm\delta$, so the
//! gradient is continuous, and the two branches together are the residual clamped to
//! $[-\delta, \delta]$. The mean contributes the factor $1/n$: each prediction enters one
//! of the $n$ terms.

use ndarray::Array1;

/// The mean Huber loss. Both arrays have the same length, which is not zero.
pub fn value(prediction: &Array1<f64>, target: &Array1<f64>, delta: f64) -> f64 {
    let losses = (prediction - target).mapv(|r| {
        if r.abs() <= delta { 0.5 * r * r } else { delta * (r.abs() - 0.5 * delta) }
    });
    losses.sum() / losses.len() as f64
}

/// The gradient of [`value`] with respect to `prediction`.
pub fn gradient(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    delta: f64,
) -> Array1<f64> {
    let n = prediction.len() as f64;
    (prediction - target).mapv(|r| r.clamp(-delta, delta) / n)
}
