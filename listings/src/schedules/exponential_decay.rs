//! Exponential decay, in its three parametrizations.
//!
//! η(t) = η₀ d^(t / s) = η₀ γ^t = η₀ e^(−kt),   with γ = d^(1/s) and k = −ln γ.
//!
//! **Convention.** Keras's `ExponentialDecay` and optax's `exponential_decay` have d and s
//! (and a staircase, which is [`StepDecay`](super::StepDecay)); PyTorch's `ExponentialLR`
//! has γ, multiplied on step by step.

use super::Schedule;
use crate::error::{ParameterError, at_least_one, non_negative, positive_unit_interval};

// ANCHOR: exponential_decay
/// A fall by the same factor in every step.
///
/// ```
/// use listings::schedules::{ExponentialDecay, Schedule};
///
/// // 0.96 in a hundred steps: 0.100, 0.096, 0.092 at steps 0, 100, 200.
/// let decay = ExponentialDecay::every(0.1, 0.96, 100)?;
/// let rates = [0, 100, 200].map(|step| format!("{:.3}", decay.rate(step)));
/// assert_eq!(rates, ["0.100", "0.096", "0.092"]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExponentialDecay {
    initial: f64,
    factor: f64,
    steps: usize,
}

impl ExponentialDecay {
    /// η₀ d^(t / s): by the factor d in s steps.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in [0, ∞), d in (0, 1] and s at least 1.
    pub fn every(
        initial: f64,
        factor: f64,
        steps: usize,
    ) -> Result<Self, ParameterError> {
        Ok(Self {
            initial: non_negative("initial", initial)?,
            factor: positive_unit_interval("factor", factor)?,
            steps: at_least_one("steps", steps)?,
        })
    }

    /// η₀ γ^t: by the factor γ in each step.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in [0, ∞) and γ in (0, 1].
    pub fn per_step(initial: f64, factor: f64) -> Result<Self, ParameterError> {
        Self::every(initial, factor, 1)
    }

    /// η₀ e^(−kt): with the decay constant k, in 1/step.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in [0, ∞) and k in [0, 700], beyond which e^(−k)
    /// is no number above 0.
    pub fn with_constant(initial: f64, constant: f64) -> Result<Self, ParameterError> {
        if !(0.0..=700.0).contains(&constant) {
            let valid = "[0, 700]";
            return Err(ParameterError { name: "constant", value: constant, valid });
        }
        Self::per_step(initial, (-constant).exp())
    }

    /// γ, the factor of one step.
    pub fn factor(&self) -> f64 {
        self.factor.powf(1.0 / self.steps as f64)
    }

    /// k = −ln γ, in 1/step.
    pub fn constant(&self) -> f64 {
        // Not −ln d, which is −0 where d is 1: the half-life would be −∞.
        (0.0 - self.factor.ln()) / self.steps as f64
    }

    /// ln 2 / k, the steps in which the rate halves; infinite where it does not fall.
    pub fn half_life(&self) -> f64 {
        std::f64::consts::LN_2 / self.constant()
    }
}

impl Schedule for ExponentialDecay {
    fn rate(&self, step: usize) -> f64 {
        self.initial * self.factor.powf(step as f64 / self.steps as f64)
    }
}
// ANCHOR_END: exponential_decay
