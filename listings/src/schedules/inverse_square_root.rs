//! Linear warm-up, then a fall with the inverse square root of the step.
//!
//! η(t) = η̂ min((t + 1) / w, √(w / (t + 1))),   with η̂ = 1/√(d w) in the transformer's
//! form: d^(−1/2) min((t + 1)^(−1/2), (t + 1) w^(−3/2)).
//!
//! **Convention.** The paper counts steps from 1, this book from 0: hence t + 1. The peak
//! is at step t = w − 1.
//!
//! # Reference
//! A. Vaswani et al., "Attention is all you need", *NeurIPS* (2017), equation 3.

use super::Schedule;
use crate::error::{ParameterError, at_least_one, non_negative};

// ANCHOR: inverse_square_root
/// The schedule of the first transformer, after an author often called Noam.
///
/// ```
/// use listings::schedules::{InverseSquareRoot, Schedule};
///
/// let noam = InverseSquareRoot::noam(512, 4000)?;
/// assert!((noam.rate(3999) - 6.99e-4).abs() < 1e-6); // the peak, 1/√(512 · 4000)
/// // Four times the steps, half of the rate.
/// assert!((noam.rate(15_999) - noam.rate(3999) / 2.0).abs() < 1e-18);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InverseSquareRoot {
    peak: f64,
    warmup: usize,
}

impl InverseSquareRoot {
    /// With the peak η̂ after w steps of warm-up.
    ///
    /// # Errors
    /// [`ParameterError`] unless η̂ is in [0, ∞) and w at least 1.
    pub fn new(peak: f64, warmup: usize) -> Result<Self, ParameterError> {
        let peak = non_negative("peak", peak)?;
        Ok(Self { peak, warmup: at_least_one("warmup", warmup)? })
    }

    /// The transformer's: the peak follows from the width d of the model.
    ///
    /// # Errors
    /// [`ParameterError`] unless d and w are at least 1.
    pub fn noam(width: usize, warmup: usize) -> Result<Self, ParameterError> {
        let width = at_least_one("width", width)?;
        let warmup = at_least_one("warmup", warmup)?;
        Self::new(1.0 / (width as f64 * warmup as f64).sqrt(), warmup)
    }
}

impl Schedule for InverseSquareRoot {
    fn rate(&self, step: usize) -> f64 {
        let (step, warmup) = (step as f64 + 1.0, self.warmup as f64);
        self.peak * (step / warmup).min((warmup / step).sqrt())
    }
}
// ANCHOR_END: inverse_square_root
