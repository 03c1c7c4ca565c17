//! # Two ways to clip
//!
//! Clip a gradient $g$ in both ways. By norm: if $\norm{g}$ is more than $c$, scale all of $g$ so
//! that its norm is $c$; otherwise leave it. By value: bring each entry into $[-c, c]$. A zero
//! gradient stays zero.

use ndarray::Array1;

/// The gradient, clipped to the norm `c`.
pub fn by_norm(gradient: &Array1<f64>, c: f64) -> Array1<f64> {
    todo!()
}

/// The gradient, each entry clipped to [−c, c].
pub fn by_value(gradient: &Array1<f64>, c: f64) -> Array1<f64> {
    todo!()
}
