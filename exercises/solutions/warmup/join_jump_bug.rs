//! The line was drawn from the peak at step 0, and the warm-up laid over its beginning. At the
//! join the rate fell by $W/T$ of the peak, a hundredth in one case and a third in the other.
//! A schedule behind another has a clock of its own, which starts at the join.

/// The rate of step `step`, counted from 0; `warmup` is W, `steps` is T, above W.
pub fn rate(step: usize, warmup: usize, steps: usize, peak: f64) -> f64 {
    if step < warmup {
        peak * step as f64 / warmup as f64
    } else {
        let left = 1.0 - (step - warmup) as f64 / (steps - warmup) as f64;
        peak * left.max(0.0)
    }
}
