//! Cosine annealing with warm restarts (SGDR).
//!
//! Within a cycle of T_i steps, t_i of which are over:
//! η = η_min + (η₀ − η_min) (1 + cos(π t_i / T_i)) / 2,   then T_{i+1} = m T_i and t_i = 0.
//!
//! **Convention.** The step after the last of a cycle has η₀ again: η_min itself, which
//! would be that step's, is never used. PyTorch's `CosineAnnealingWarmRestarts` is this;
//! Keras's `CosineDecayRestarts` can lower each cycle's η₀ besides.
//!
//! # Reference
//! I. Loshchilov & F. Hutter, "SGDR: stochastic gradient descent with warm restarts",
//! *ICLR* (2017), equation 5 and §3.

use super::Schedule;
use super::cosine::{at_most_initial, between};
use crate::error::{ParameterError, at_least_one, non_negative};
use std::f64::consts::PI;

// ANCHOR: cosine_restarts
/// Cosine after cosine, each m times as long as the one before.
///
/// ```
/// use listings::schedules::{CosineRestarts, Schedule};
///
/// // Cycles of 10, 20, 40 … steps begin at steps 0, 10, 30, 70.
/// let cycles = CosineRestarts::new(0.1, 0.001, 10, 2)?;
/// assert_eq!([0, 10, 30, 70].map(|step| cycles.rate(step)), [0.1; 4]);
/// assert!(cycles.rate(29) < 0.002);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CosineRestarts {
    initial: f64,
    least: f64,
    first: usize,
    growth: usize,
}

impl CosineRestarts {
    /// From η₀ toward η_min in cycles of T₀, m T₀, m² T₀ … steps.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in [0, ∞), η_min in [0, η₀], and T₀ and m are at
    /// least 1.
    pub fn new(
        initial: f64,
        least: f64,
        first: usize,
        growth: usize,
    ) -> Result<Self, ParameterError> {
        let initial = non_negative("initial", initial)?;
        Ok(Self {
            initial,
            least: at_most_initial(least, initial)?,
            first: at_least_one("first", first)?,
            growth: at_least_one("growth", growth)?,
        })
    }

    /// t_i and T_i: how far into how long a cycle a step is.
    pub fn cycle(&self, step: usize) -> (usize, usize) {
        if self.growth == 1 {
            return (step % self.first, self.first);
        }
        let (mut left, mut length) = (step, self.first);
        while left >= length {
            left -= length;
            length = length.saturating_mul(self.growth);
        }
        (left, length)
    }
}

impl Schedule for CosineRestarts {
    fn rate(&self, step: usize) -> f64 {
        let (over, length) = self.cycle(step);
        let share = over as f64 / length as f64;
        between(self.least, self.initial, (1.0 + (PI * share).cos()) / 2.0)
    }
}
// ANCHOR_END: cosine_restarts
