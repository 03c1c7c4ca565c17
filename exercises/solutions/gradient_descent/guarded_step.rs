//! Compute the new parameters and look at all of them at once: NaN and the infinities pass
//! through the subtraction, so a new parameter is finite only if its gradient was. That
//! single check covers the overflow of $\eta g$ as well. (With $\eta = 0$ an infinite
//! gradient gives $0 \cdot \infty$, which is NaN, and is refused like the others.)
//!
//! Beware of a check by the norm: a finite gradient of large entries has an infinite one.
//! And `f64::max` ignores NaN, so a check of the largest entry lets NaN through.

use ndarray::Array1;

/// θ after the step, or `None` for a step that must not be taken.
pub fn step(
    rate: f64,
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
) -> Option<Array1<f64>> {
    let next = theta - &(gradient * rate);
    next.iter().all(|entry| entry.is_finite()).then_some(next)
}
