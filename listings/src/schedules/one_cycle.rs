//! The 1cycle policy: up, down, and far down.
//!
//! From η_max / 25 up to η_max in the first 30 % of T steps, then down to η_max / 250 000;
//! momentum moves the other way.
//!
//! **Convention.** PyTorch's `OneCycleLR` and its defaults: cosine pieces, two of them, whose
//! ends are at steps 0.3 T − 1, which need not be whole, and T − 1. In three phases the
//! second comes back to the initial rate, as long as the first, and the third goes on down
//! (the paper's form, with linear pieces). PyTorch has a rate for step T too, beyond the end
//! of its last piece (with linear pieces it is negative), and refuses from T + 1 on; here
//! the last rate stays. Where the rise ends at step 0 or before, T < 4 by default, step 0 is
//! on the fall.
//!
//! # Reference
//! L. N. Smith & N. Topin, "Super-convergence: very fast training of neural networks using
//! large learning rates", 2018, [arXiv](https://arxiv.org/abs/1708.07120), §3.

use super::Schedule;
use super::cosine::between;
use crate::error::{ParameterError, at_least_one, open_unit_interval, positive};
use std::f64::consts::PI;

// ANCHOR: one_cycle
/// One rise to a high rate, and a long fall to a very low one.
///
/// ```
/// use listings::schedules::{OneCycle, Schedule};
///
/// let cycle = OneCycle::new(0.1, 100)?;
/// assert!((cycle.rate(0) - 0.004).abs() < 1e-17); // 0.1 / 25
/// assert!((cycle.rate(29) - 0.1).abs() < 1e-17);
/// assert!((cycle.rate(99) - 4e-7).abs() < 1e-17);
/// assert_eq!(cycle.momentum(29, 0.85, 0.95), 0.85);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OneCycle {
    most: f64,
    steps: usize,
    rise: f64,
    initial: f64,
    last: f64,
    is_linear: bool,
    has_three_phases: bool,
}

/// A piece of the way: it ends at a step, at a height and at a share of the momentum's way.
struct Phase {
    end: f64,
    rate: f64,
    calm: f64,
}

impl OneCycle {
    /// With the peak η_max in T steps.
    ///
    /// # Errors
    /// [`ParameterError`] unless η_max is in (0, ∞) and T at least 1.
    pub fn new(most: f64, steps: usize) -> Result<Self, ParameterError> {
        let most = positive("most", most)?;
        let initial = most / 25.0;
        Ok(Self {
            most,
            steps: at_least_one("steps", steps)?,
            rise: 0.3,
            initial,
            last: initial / 1e4,
            is_linear: false,
            has_three_phases: false,
        })
    }

    /// With another share of the steps for the rise.
    ///
    /// # Errors
    /// [`ParameterError`] unless the share is in (0, 1), and in three phases below
    /// (T + 1) / 2T: the way up has to fit in twice.
    pub fn rising_for(self, share: f64) -> Result<Self, ParameterError> {
        Self { rise: open_unit_interval("share", share)?, ..self }.fitting()
    }

    /// From η_max / `below` at first to that / `further` at last.
    ///
    /// # Errors
    /// [`ParameterError`] unless both divisors are in (0, ∞).
    pub fn divided_by(self, below: f64, further: f64) -> Result<Self, ParameterError> {
        let initial = self.most / positive("below", below)?;
        let last = initial / positive("further", further)?;
        Ok(Self { initial, last, ..self })
    }

    /// With straight pieces.
    #[must_use]
    pub fn linear(self) -> Self {
        Self { is_linear: true, ..self }
    }

    /// Up, back as slowly, and only then far down.
    ///
    /// # Errors
    /// [`ParameterError`] unless the share of the rise is below (T + 1) / 2T: the way up
    /// has to fit in twice.
    pub fn in_three_phases(self) -> Result<Self, ParameterError> {
        Self { has_three_phases: true, ..self }.fitting()
    }

    /// Itself, where the way back ends before the last step.
    fn fitting(self) -> Result<Self, ParameterError> {
        let steps = self.steps as f64;
        if self.has_three_phases && 2.0 * (self.rise * steps - 1.0) >= steps - 1.0 {
            let valid = "(0, (T + 1) / 2T), for three phases in T steps";
            return Err(ParameterError { name: "share", value: self.rise, valid });
        }
        Ok(self)
    }

    /// The momentum of a step: `most` at both ends, `least` where the rate is η_max.
    pub fn momentum(&self, step: usize, least: f64, most: f64) -> f64 {
        between(least, most, self.along(step, |phase| phase.calm))
    }

    fn phases(&self) -> Vec<Phase> {
        let steps = self.steps as f64;
        let rise = self.rise * steps - 1.0;
        let start = Phase { end: 0.0, rate: self.initial, calm: 1.0 };
        let top = Phase { end: rise, rate: self.most, calm: 0.0 };
        let back = Phase { end: 2.0 * rise, rate: self.initial, calm: 1.0 };
        let bottom = Phase { end: steps - 1.0, rate: self.last, calm: 1.0 };
        if self.has_three_phases {
            vec![start, top, back, bottom]
        } else {
            vec![start, top, bottom]
        }
    }

    /// What a phase ends with, between the end of the one before and its own.
    fn along(&self, step: usize, what: impl Fn(&Phase) -> f64) -> f64 {
        let (phases, step) = (self.phases(), step as f64);
        // A piece without a length has no share: step 0 is on the next.
        let reached = phases
            .windows(2)
            .find(|ends| ends[0].end < ends[1].end && step <= ends[1].end);
        let Some([from, to]) = reached else {
            return what(phases.last().expect("at least two phases"));
        };
        let share = (step - from.end) / (to.end - from.end);
        let left =
            if self.is_linear { 1.0 - share } else { (1.0 + (PI * share).cos()) / 2.0 };
        between(what(to), what(from), left)
    }
}

impl Schedule for OneCycle {
    fn rate(&self, step: usize) -> f64 {
        self.along(step, |phase| phase.rate)
    }
}
// ANCHOR_END: one_cycle
