//! Step decay at chosen steps.
//!
//! η(t) = η₀ γ^(number of milestones ≤ t).
//!
//! **Convention.** PyTorch's `MultiStepLR`: a cut takes effect at its milestone.

use super::Schedule;
use crate::error::{ParameterError, non_negative, positive_unit_interval};

// ANCHOR: multi_step_decay
/// Cuts the rate by γ at each of its milestones.
///
/// ```
/// use listings::schedules::{MultiStepDecay, Schedule};
///
/// let decay = MultiStepDecay::new(0.1, 0.5, vec![30, 80])?;
/// let rates = [0, 29, 30, 80].map(|step| decay.rate(step));
/// assert_eq!(rates, [0.1, 0.1, 0.05, 0.025]);
///
/// let error = MultiStepDecay::new(0.1, 0.5, vec![80, 30]).unwrap_err();
/// assert_eq!(error.to_string(), "milestone = 30 is outside (the one before it, ∞)");
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct MultiStepDecay {
    initial: f64,
    factor: f64,
    milestones: Vec<usize>,
}

impl MultiStepDecay {
    /// From η₀, by the factor γ at each milestone.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in [0, ∞), γ in (0, 1], and every milestone beyond
    /// the one before it.
    pub fn new(
        initial: f64,
        factor: f64,
        milestones: Vec<usize>,
    ) -> Result<Self, ParameterError> {
        if let Some(pair) = milestones.windows(2).find(|pair| pair[0] >= pair[1]) {
            let value = pair[1] as f64;
            let valid = "(the one before it, ∞)";
            return Err(ParameterError { name: "milestone", value, valid });
        }
        let initial = non_negative("initial", initial)?;
        let factor = positive_unit_interval("factor", factor)?;
        Ok(Self { initial, factor, milestones })
    }
}

impl Schedule for MultiStepDecay {
    fn rate(&self, step: usize) -> f64 {
        let cuts = self.milestones.partition_point(|&milestone| milestone <= step);
        self.initial * self.factor.powf(cuts as f64)
    }
}
// ANCHOR_END: multi_step_decay
