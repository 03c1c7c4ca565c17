//! Two links: $\partial L/\partial \hat y = 2r$, and $\partial \hat y/\partial w = x$,
//! $\partial \hat y/\partial b = 1$. A bias is a weight whose input is 1.

use ndarray::Array1;

/// L, for w and x of shape (k).
pub fn value(w: &Array1<f64>, b: f64, x: &Array1<f64>, y: f64) -> f64 {
    let residual = w.dot(x) + b - y;
    residual * residual
}

/// (∂L/∂w, ∂L/∂b), of shape (k + 1).
pub fn gradient(w: &Array1<f64>, b: f64, x: &Array1<f64>, y: f64) -> Array1<f64> {
    let slope = 2.0 * (w.dot(x) + b - y);
    x.iter().map(|x| slope * x).chain([slope]).collect()
}
