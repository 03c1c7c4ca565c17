//! A schedule times a number, or times another schedule.

use super::{Constant, Schedule};
use crate::error::ParameterError;

// ANCHOR: scaled
/// The product of two schedules at every step: one gives rates, the other factors.
///
/// PyTorch's `ChainedScheduler` multiplies so.
///
/// ```
/// use listings::schedules::{ExponentialDecay, Linear, Scaled, Schedule};
///
/// let decay = ExponentialDecay::per_step(0.1, 0.5)?;
/// let half = Scaled::by(0.5, decay)?;
/// assert_eq!([half.rate(0), half.rate(1)], [0.05, 0.025]);
/// // A rise of the factor from 0.1 to 1 over ten steps, while the decay goes on.
/// let chained = Scaled::new(Linear::new(0.1, 1.0, 10)?, decay);
/// assert!((chained.rate(10) - decay.rate(10)).abs() < 1e-18);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaled<Factor, S> {
    factor: Factor,
    schedule: S,
}

impl<Factor: Schedule, S: Schedule> Scaled<Factor, S> {
    /// `factor` times `schedule`, both on the same clock.
    pub fn new(factor: Factor, schedule: S) -> Self {
        Self { factor, schedule }
    }
}

impl<S: Schedule> Scaled<Constant, S> {
    /// The same number times `schedule` at every step.
    ///
    /// # Errors
    /// [`ParameterError`] unless the factor is in [0, ∞).
    pub fn by(factor: f64, schedule: S) -> Result<Self, ParameterError> {
        Ok(Self::new(Constant::new(factor)?, schedule))
    }
}

impl<Factor: Schedule, S: Schedule> Schedule for Scaled<Factor, S> {
    fn rate(&self, step: usize) -> f64 {
        self.factor.rate(step) * self.schedule.rate(step)
    }
}
// ANCHOR_END: scaled
