//! # The cosine that starts in its middle
//!
//! This schedule rises in a straight line from 0 to `peak` in `warmup` steps, and then falls
//! along half a cosine, to be at 0 at step `total`. Its author checked both ends: it starts
//! at 0 and ends at 0. But where the two pieces meet, the rate jumps. Find the fault and
//! repair it; `warmup` is below `total` and may be 0.

/// The rate of a step.
pub fn rate(peak: f64, warmup: usize, total: usize, step: usize) -> f64 {
    if step < warmup {
        return peak * step as f64 / warmup as f64;
    }
    let share = (step as f64 / total as f64).min(1.0);
    peak * (1.0 + (std::f64::consts::PI * share).cos()) / 2.0
}
