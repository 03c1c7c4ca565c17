//! $t/W$ with $t$ from 0 has $W$ steps below the peak, and the first of them is 0. To count the
//! steps from 1 gives $W$ steps of which the last is at the peak.

/// The rate of step `step`, counted from 0; `warmup` is W.
pub fn rate(step: usize, warmup: usize, peak: f64) -> f64 {
    if step < warmup { peak * (step + 1) as f64 / warmup as f64 } else { peak }
}
