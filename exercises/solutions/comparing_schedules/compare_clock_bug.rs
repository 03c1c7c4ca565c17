//! The cosine is asked for the share of the whole run that is over, so it has already fallen
//! when the warm-up ends: with a tenth of warm-up it begins at 97.6 % of the peak, with half
//! of it at 50 %. Its own clock starts at `warmup` and its own length is `total - warmup`.
//! Both have to change. With the clock alone put right, the cosine would be cut off before
//! it reaches 0. `Warmup` and `Then` of this book reset the clock for you, and so do
//! `SequentialLR` and `join_schedules`.

/// The rate of a step.
pub fn rate(peak: f64, warmup: usize, total: usize, step: usize) -> f64 {
    if step < warmup {
        return peak * step as f64 / warmup as f64;
    }
    let share = ((step - warmup) as f64 / (total - warmup) as f64).min(1.0);
    peak * (1.0 + (std::f64::consts::PI * share).cos()) / 2.0
}
