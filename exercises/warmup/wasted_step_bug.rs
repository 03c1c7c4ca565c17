//! # The batch that teaches nothing
//!
//! A team trains on a stream, where each batch comes once. Its warm-up is meant to have $W$
//! steps that *all* move, in equal differences, the last of them at the peak: $\frac1W$,
//! $\frac2W$, …, $1$, and the peak from there on. The log says that the first batch has never
//! changed a parameter. Repair it.

/// The rate of step `step`, counted from 0; `warmup` is W.
pub fn rate(step: usize, warmup: usize, peak: f64) -> f64 {
    if step < warmup { peak * step as f64 / warmup as f64 } else { peak }
}
