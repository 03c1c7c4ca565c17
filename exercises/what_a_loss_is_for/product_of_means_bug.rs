//! # A slope that will not learn
//!
//! Somebody wrote the gradient of the mean squared error of a line,
//! $\hat y = wx + b$, and tested it on inputs that were all equal. Every number was right. On
//! real inputs, which had been centered to a mean of zero, the intercept is learned and the
//! slope never moves.
//!
//! Find the fault and repair it.

use ndarray::Array1;

/// The gradient of the mean squared error with respect to (w, b).
pub fn gradient(x: &Array1<f64>, y: &Array1<f64>, w: f64, b: f64) -> [f64; 2] {
    let residuals = x * w + b - y;
    let n = x.len() as f64;
    let mean_residual = residuals.sum() / n;
    let mean_input = x.sum() / n;
    [2.0 * mean_residual * mean_input, 2.0 * mean_residual]
}
