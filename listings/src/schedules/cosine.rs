//! Cosine annealing.
//!
//! η(t) = η_min + (η₀ − η_min) (1 + cos(π t / T)) / 2   for t ≤ T, and η_min from there on.
//!
//! **Convention.** η_min is reached at step T, one step after the last of T. Keras's
//! `CosineDecay` and optax's `cosine_decay_schedule` hold it from there on, as here;
//! PyTorch's `CosineAnnealingLR` follows the cosine up again: that is
//! [`swinging`](Cosine::swinging).
//!
//! # Reference
//! I. Loshchilov & F. Hutter, "SGDR: stochastic gradient descent with warm restarts",
//! *ICLR* (2017), equation 5, of one period.

use super::Schedule;
use super::schedule::progress;
use crate::error::{ParameterError, non_negative};
use serde::{Deserialize, Serialize};
use std::f64::consts::PI;

// ANCHOR: cosine
/// A fall along half a period of a cosine: slow, fast, slow.
///
/// ```
/// use listings::schedules::{Cosine, Schedule};
///
/// let fall = Cosine::new(0.1, 0.0, 100)?;
/// let rates = [0, 50, 100, 101].map(|step| format!("{:.2}", fall.rate(step)));
/// assert_eq!(rates, ["0.10", "0.05", "0.00", "0.00"]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Cosine {
    initial: f64,
    least: f64,
    steps: usize,
    swings: bool,
}

impl Cosine {
    /// From η₀ at step 0 to η_min at step T.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in [0, ∞) and η_min in [0, η₀].
    pub fn new(initial: f64, least: f64, steps: usize) -> Result<Self, ParameterError> {
        let initial = non_negative("initial", initial)?;
        let least = at_most_initial(least, initial)?;
        Ok(Self { initial, least, steps, swings: false })
    }

    /// Follows the cosine beyond T, up to η₀ at 2T and down again, as PyTorch does.
    #[must_use]
    pub fn swinging(self) -> Self {
        Self { swings: true, ..self }
    }
}

impl Schedule for Cosine {
    fn rate(&self, step: usize) -> f64 {
        let turns = if self.swings && self.steps > 0 {
            step as f64 / self.steps as f64
        } else {
            progress(step, self.steps)
        };
        between(self.least, self.initial, (1.0 + (PI * turns).cos()) / 2.0)
    }
}

/// The rate at `height` from 0, the least, to 1, the most.
pub(super) fn between(least: f64, most: f64, height: f64) -> f64 {
    least + (most - least) * height
}
// ANCHOR_END: cosine

/// Accepts a least rate that is not above the initial one.
pub(super) fn at_most_initial(least: f64, initial: f64) -> Result<f64, ParameterError> {
    if least > initial {
        let valid = "[0, the initial rate]";
        return Err(ParameterError { name: "least", value: least, valid });
    }
    non_negative("least", least)
}
