//! # A loss that falls
//!
//! Between two hidden layers of the same width $m$ the pull has to go back through the
//! weights of the second, $W$ of shape $(m, m)$ with inputs in its rows, and through the
//! gates of the first: from $\Delta_2 = \partial L/\partial Z_2$ to
//! $\Delta_1 = \partial L/\partial Z_1$, all of shape $(n, m)$.
//!
//! The code runs, the shapes fit, and the loss falls. A gradient check fails. Repair it. For
//! which $W$ would the check have said nothing?

use ndarray::Array2;

/// Δ₁, from Δ₂, W and Z₁.
pub fn delta(delta: &Array2<f64>, w: &Array2<f64>, z: &Array2<f64>) -> Array2<f64> {
    let gates = z.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 });
    delta.dot(w) * gates
}
