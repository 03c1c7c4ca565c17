//! The weight multiplies the linear branch, so it multiplies its slope:
//! $\omega\,\delta \operatorname{sign}(r)$. At the threshold the quadratic branch gives
//! $\frac{1}{2}\delta^2$ and the linear one $\frac{1}{2}\omega\delta^2$; the jump is
//! $\frac{1}{2}(\omega - 1)\,\delta^2$.
//!
//! For $\omega < 1$ the jump is downward: the loss prefers a residual just above $\delta$
//! to one just below, so a fit can be "improved" by making a moderate error larger. The
//! gradient shows nothing of this. The continuous variant
//! $\frac{1}{2}\delta^2 + \omega\,\delta\,(|r| - \delta)$ has the same gradient wherever
//! there is one, so gradient descent takes the same steps under both. What differs is
//! whatever looks at the value: a line search, early stopping, and you.

use ndarray::Array1;

/// The mean weighted Huber loss. Both arrays have the same length, which is not zero.
pub fn value(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    delta: f64,
    weight: f64,
) -> f64 {
    let losses = (prediction - target).mapv(|r| {
        if r.abs() <= delta {
            0.5 * r * r
        } else {
            weight * delta * (r.abs() - 0.5 * delta)
        }
    });
    losses.sum() / losses.len() as f64
}

/// The gradient of [`value`] with respect to `prediction`.
pub fn gradient(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    delta: f64,
    weight: f64,
) -> Array1<f64> {
    let n = prediction.len() as f64;
    (prediction - target).mapv(|r| {
        let slope = if r.abs() <= delta { r } else { weight * delta * r.signum() };
        slope / n
    })
}

/// By how much the loss of one residual rises where the residual grows past `delta`.
pub fn jump(delta: f64, weight: f64) -> f64 {
    0.5 * (weight - 1.0) * delta * delta
}
