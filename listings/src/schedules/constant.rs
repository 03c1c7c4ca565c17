//! No schedule: the same rate at every step.

use super::Schedule;
use crate::error::{ParameterError, non_negative};
use serde::{Deserialize, Serialize};

// ANCHOR: constant
/// A constant rate, η(t) = η₀: what every schedule has to beat.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Constant {
    rate: f64,
}

impl Constant {
    /// The rate η₀.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in [0, ∞).
    pub fn new(rate: f64) -> Result<Self, ParameterError> {
        Ok(Self { rate: non_negative("rate", rate)? })
    }
}

impl Schedule for Constant {
    fn rate(&self, _step: usize) -> f64 {
        self.rate
    }
}
// ANCHOR_END: constant
