//! Warm-up, stable, decay: a schedule composed of three.
//!
//! # Reference
//! S. Hu et al., "MiniCPM", 2024, §4.2; A. Hägele et al., "Scaling laws and
//! compute-optimal training beyond fixed training durations", *NeurIPS* (2024), §3.

use super::{Constant, Linear, Then, Warmup};
use crate::error::ParameterError;

// ANCHOR: warmup_stable_decay
/// A linear rise, a constant rate, a linear fall to zero. Where the constant part ends is
/// decided late: a run can be stopped, or gone on with, at any time before the fall.
///
/// # Errors
/// [`ParameterError`] unless the peak is in [0, ∞).
///
/// ```
/// use listings::schedules::{Schedule, warmup_stable_decay};
///
/// let schedule = warmup_stable_decay(0.1, 2, 3, 2)?;
/// let rates: Vec<f64> = (0..8).map(|step| schedule.rate(step)).collect();
/// assert_eq!(rates, [0.0, 0.05, 0.1, 0.1, 0.1, 0.1, 0.05, 0.0]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
pub fn warmup_stable_decay(
    peak: f64,
    warmup: usize,
    stable: usize,
    decay: usize,
) -> Result<Warmup<Then<Constant, Linear>>, ParameterError> {
    let fall = Linear::new(peak, 0.0, decay)?;
    Warmup::new(warmup, 0.0, Then::new(Constant::new(peak)?, stable, fall))
}
// ANCHOR_END: warmup_stable_decay
