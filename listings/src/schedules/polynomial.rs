//! Polynomial decay.
//!
//! η(t) = η_T + (η₀ − η_T) (1 − min(t / T, 1))^p.
//!
//! **Convention.** Keras's `PolynomialDecay` and optax's `polynomial_schedule` have η_T;
//! PyTorch's `PolynomialLR` has η_T = 0. p = 1 is linear.
//!
//! # Reference
//! L.-C. Chen, G. Papandreou, I. Kokkinos, K. Murphy & A. L. Yuille, "DeepLab", *IEEE
//! TPAMI* 40 (2018), §4.1: the "poly" policy, p = 0.9.

use super::Schedule;
use super::schedule::progress;
use crate::error::{ParameterError, non_negative, positive};

// ANCHOR: polynomial
/// A fall along a power of the share of steps that is left.
///
/// ```
/// use listings::schedules::{PolynomialDecay, Schedule};
///
/// let fall = PolynomialDecay::new(0.1, 0.0, 10, 2.0)?;
/// assert!((fall.rate(5) - 0.025).abs() < 1e-17); // 0.1 · ½²
/// assert_eq!(fall.rate(10), 0.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PolynomialDecay {
    initial: f64,
    last: f64,
    steps: usize,
    power: f64,
}

impl PolynomialDecay {
    /// From η₀ to η_T at step T, with the power p.
    ///
    /// # Errors
    /// [`ParameterError`] unless the rates are in [0, ∞) and p in (0, ∞).
    pub fn new(
        initial: f64,
        last: f64,
        steps: usize,
        power: f64,
    ) -> Result<Self, ParameterError> {
        let initial = non_negative("initial", initial)?;
        let last = non_negative("last", last)?;
        Ok(Self { initial, last, steps, power: positive("power", power)? })
    }
}

impl Schedule for PolynomialDecay {
    fn rate(&self, step: usize) -> f64 {
        let left = 1.0 - progress(step, self.steps);
        self.last + (self.initial - self.last) * left.powf(self.power)
    }
}
// ANCHOR_END: polynomial
