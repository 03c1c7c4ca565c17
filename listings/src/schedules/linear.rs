//! Linear: from one rate to another in equal steps.
//!
//! η(t) = η₀ + (η_T − η₀) min(t / T, 1).
//!
//! **Convention.** η_T is reached *at* step T: of T steps, counted from 0, the last still
//! has one step's difference more. PyTorch's `LinearLR` and optax's `linear_schedule` are
//! this; PyTorch's states η₀ and η_T as factors of a base rate.

use super::Schedule;
use super::schedule::progress;
use crate::error::{ParameterError, non_negative};

// ANCHOR: linear
/// A straight line from one rate to another; from step T on, the second.
///
/// ```
/// use listings::schedules::{Linear, Schedule};
///
/// let fall = Linear::new(1.0, 0.0, 4)?;
/// let rates: Vec<f64> = (0..6).map(|step| fall.rate(step)).collect();
/// assert_eq!(rates, [1.0, 0.75, 0.5, 0.25, 0.0, 0.0]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    initial: f64,
    last: f64,
    steps: usize,
}

impl Linear {
    /// From η₀ at step 0 to η_T at step T; with T = 0 it is η_T from the start.
    ///
    /// # Errors
    /// [`ParameterError`] unless both rates are in [0, ∞).
    pub fn new(initial: f64, last: f64, steps: usize) -> Result<Self, ParameterError> {
        let initial = non_negative("initial", initial)?;
        Ok(Self { initial, last: non_negative("last", last)?, steps })
    }
}

impl Schedule for Linear {
    fn rate(&self, step: usize) -> f64 {
        let share = progress(step, self.steps);
        // Each end is exact: the other's weight is 0 there.
        self.initial * (1.0 - share) + self.last * share
    }
}
// ANCHOR_END: linear
