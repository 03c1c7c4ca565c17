//! Inverse time decay.
//!
//! η(t) = η₀ / (1 + kt).
//!
//! **Convention.** Keras's `InverseTimeDecay` has k = decay_rate / decay_steps; the `decay`
//! of its old optimizers was k. With it Σ η(t) = ∞ and Σ η(t)² < ∞, the conditions of
//! Robbins and Monro.
//!
//! # Reference
//! H. Robbins & S. Monro, "A stochastic approximation method", *Annals of Mathematical
//! Statistics* 22 (1951), conditions (6), (26).

use super::Schedule;
use crate::error::{ParameterError, non_negative};

// ANCHOR: inverse_time_decay
/// A fall like 1/t: far slower, in the end, than an exponential one.
///
/// ```
/// use listings::schedules::{InverseTimeDecay, Schedule};
///
/// let decay = InverseTimeDecay::new(0.1, 0.25)?;
/// assert_eq!([decay.rate(0), decay.rate(4)], [0.1, 0.05]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InverseTimeDecay {
    initial: f64,
    constant: f64,
}

impl InverseTimeDecay {
    /// From η₀, with the constant k, in 1/step: after 1/k steps the rate is half.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ and k are in [0, ∞).
    pub fn new(initial: f64, constant: f64) -> Result<Self, ParameterError> {
        let initial = non_negative("initial", initial)?;
        Ok(Self { initial, constant: non_negative("constant", constant)? })
    }
}

impl Schedule for InverseTimeDecay {
    fn rate(&self, step: usize) -> f64 {
        self.initial / (1.0 + self.constant * step as f64)
    }
}
// ANCHOR_END: inverse_time_decay
