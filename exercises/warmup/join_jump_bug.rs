//! # A notch at the end of the warm-up
//!
//! This schedule warms up for $W$ steps and then falls along a straight line, to be 0 at step
//! $T$. With $W = 100$ of $T = 10\,000$ nobody noticed anything. With $W = 3000$ the loss shows a
//! kink where the warm-up ends, and the rate has a notch there. Repair it.

/// The rate of step `step`, counted from 0; `warmup` is W, `steps` is T, above W.
pub fn rate(step: usize, warmup: usize, steps: usize, peak: f64) -> f64 {
    if step < warmup {
        peak * step as f64 / warmup as f64
    } else {
        let left = 1.0 - step as f64 / steps as f64;
        peak * left.max(0.0)
    }
}
