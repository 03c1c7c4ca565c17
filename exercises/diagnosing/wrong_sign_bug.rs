//! # Uphill
//!
//! This step of logistic regression, $p = \sigma(wx + b)$, makes the loss grow on every
//! sample, and its gradient has been checked with central differences: it is right. Its
//! author "knows" that the sign of the residual does not matter for a square, and that the
//! minus sign belongs somewhere. Repair it.

/// `[w, b]` after one step on the sample (x, y), where y is 0 or 1.
pub fn step([w, b]: [f64; 2], x: f64, y: f64, rate: f64) -> [f64; 2] {
    let p = 1.0 / (1.0 + (-(w * x + b)).exp());
    let residual = p - y;
    let (by_w, by_b) = (residual * x, residual);
    [w + rate * by_w, b + rate * by_b]
}
