//! Warm-up: a linear rise in front of any schedule.
//!
//! η(t) = η_after(0) (f + (1 − f) t / w)   for t < w,   η_after(t − w) from there on.
//!
//! **Convention.** The schedule behind starts its clock when the warm-up is over. The first
//! of the w rates is f η_after(0), so with f = 0 (Hugging Face's `get_…_schedule_with_warmup`,
//! optax's `warmup_cosine_decay_schedule` from 0) the first step does nothing. PyTorch's
//! `LinearLR` has f as its start factor and refuses 0. The peak is the rate of step w.
//!
//! # Reference
//! P. Goyal et al., "Accurate, large minibatch SGD", 2017, §2.2: gradual warm-up.

use super::Schedule;
use crate::error::{ParameterError, unit_interval};

// ANCHOR: warmup
/// Any schedule, w steps later, and a straight rise to it.
///
/// ```
/// use listings::schedules::{Constant, Schedule, Warmup};
///
/// let schedule = Warmup::new(4, 0.0, Constant::new(1.0)?)?;
/// let rates: Vec<f64> = (0..6).map(|step| schedule.rate(step)).collect();
/// assert_eq!(rates, [0.0, 0.25, 0.5, 0.75, 1.0, 1.0]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Warmup<S> {
    steps: usize,
    from: f64,
    after: S,
}

impl<S: Schedule> Warmup<S> {
    /// w steps from the share f of the first rate of `after`; with w = 0, `after` alone.
    ///
    /// # Errors
    /// [`ParameterError`] unless f is in [0, 1].
    pub fn new(steps: usize, from: f64, after: S) -> Result<Self, ParameterError> {
        Ok(Self { steps, from: unit_interval("from", from)?, after })
    }
}

impl<S: Schedule> Schedule for Warmup<S> {
    fn rate(&self, step: usize) -> f64 {
        if step >= self.steps {
            return self.after.rate(step - self.steps);
        }
        let share = step as f64 / self.steps as f64;
        self.after.rate(0) * (self.from + (1.0 - self.from) * share)
    }
}
// ANCHOR_END: warmup
