//! # The network that explodes at its start
//!
//! This Adam trains small problems well. On a deep network with the same rate the loss jumps in
//! the first twenty steps and takes an hour to come back. Whoever wrote it says that a mean
//! needs no correction once it has run for a while, and is right about that.
//!
//! Repair it.

use ndarray::Array1;

/// θ after each step of rate `rate`, with β₁ = 0.9 and β₂ = 0.999, from θ = 1.
pub fn path(gradients: &Array1<f64>, rate: f64, epsilon: f64) -> Array1<f64> {
    let (mut theta, mut m, mut v): (f64, f64, f64) = (1.0, 0.0, 0.0);
    let mut after = Vec::new();
    for &gradient in gradients {
        m = 0.9 * m + 0.1 * gradient;
        v = 0.999 * v + (1.0 - 0.999) * gradient * gradient;
        let (mean, square): (f64, f64) = (m, v);
        theta -= rate * mean / (square.sqrt() + epsilon);
        after.push(theta);
    }
    Array1::from(after)
}
