//! Step decay.
//!
//! η(t) = η₀ γ^⌊t / N⌋.
//!
//! **Convention.** PyTorch's `StepLR`: the first cut takes effect *at* step N, after N
//! steps at η₀ (steps 0 … N − 1).

use super::Schedule;
use crate::error::{ParameterError, at_least_one, non_negative, positive_unit_interval};

// ANCHOR: step_decay
/// Cuts the rate by γ every N steps.
///
/// ```
/// use listings::schedules::{Schedule, StepDecay};
///
/// let decay = StepDecay::new(0.1, 0.5, 20)?;
/// assert_eq!([decay.rate(0), decay.rate(19), decay.rate(20)], [0.1, 0.1, 0.05]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepDecay {
    initial: f64,
    factor: f64,
    period: usize,
}

impl StepDecay {
    /// From η₀, by the factor γ every N steps.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in [0, ∞), γ in (0, 1] and N at least 1.
    pub fn new(initial: f64, factor: f64, period: usize) -> Result<Self, ParameterError> {
        Ok(Self {
            initial: non_negative("initial", initial)?,
            factor: positive_unit_interval("factor", factor)?,
            period: at_least_one("period", period)?,
        })
    }
}

impl Schedule for StepDecay {
    fn rate(&self, step: usize) -> f64 {
        let cuts = step / self.period;
        self.initial * self.factor.powf(cuts as f64)
    }
}
// ANCHOR_END: step_decay
