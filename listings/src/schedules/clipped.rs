//! A schedule between two bounds.

use super::Schedule;
use crate::error::{ParameterError, non_negative};

// ANCHOR: clipped
/// A schedule that never leaves an interval.
///
/// ```
/// use listings::schedules::{Clipped, ExponentialDecay, Schedule};
///
/// let decay = Clipped::new(0.02, 1.0, ExponentialDecay::per_step(0.1, 0.5)?)?;
/// let rates = [0, 1, 2, 3, 99].map(|step| decay.rate(step));
/// assert_eq!(rates, [0.1, 0.05, 0.025, 0.02, 0.02]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clipped<S> {
    least: f64,
    most: f64,
    schedule: S,
}

impl<S: Schedule> Clipped<S> {
    /// `schedule` in [least, most].
    ///
    /// # Errors
    /// [`ParameterError`] unless least is in [0, ∞) and most in [least, ∞).
    pub fn new(least: f64, most: f64, schedule: S) -> Result<Self, ParameterError> {
        let (least, most) = ordered(least, most)?;
        Ok(Self { least, most, schedule })
    }
}

impl<S: Schedule> Schedule for Clipped<S> {
    fn rate(&self, step: usize) -> f64 {
        self.schedule.rate(step).clamp(self.least, self.most)
    }
}
// ANCHOR_END: clipped

/// Accepts two finite bounds in order, the first of them not negative.
pub(super) fn ordered(least: f64, most: f64) -> Result<(f64, f64), ParameterError> {
    let least = non_negative("least", least)?;
    if !(most >= least && most.is_finite()) {
        return Err(ParameterError { name: "most", value: most, valid: "[least, ∞)" });
    }
    Ok((least, most))
}
