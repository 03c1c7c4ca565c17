//! # One parameter at a time
//!
//! This step of gradient descent fits $\hat y = w x + b$ under the squared error of one
//! sample. It was tested on samples with $x = 0$ and at minima, and passed. Compared with a
//! library, from the same start, it has the same weight after the first step and another
//! bias; from the second step on both differ.
//!
//! Find the fault and repair it.

/// `[w, b]` after one step on the sample (x, y).
pub fn step(w: f64, b: f64, x: f64, y: f64, rate: f64) -> [f64; 2] {
    let residual = w * x + b - y;
    let w = w - rate * 2.0 * residual * x;
    let residual = w * x + b - y;
    let b = b - rate * 2.0 * residual;
    [w, b]
}
