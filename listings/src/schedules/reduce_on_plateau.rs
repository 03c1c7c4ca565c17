//! Reduce on plateau: a cut when the validation loss stops falling.
//!
//! A value is better than the best so far where it is below best (1 − threshold). After more
//! than `patience` values in a row that are not, η ← max(γη, η_min), the count starts anew,
//! and for `cooldown` values nothing is counted.
//!
//! **Convention.** PyTorch's `ReduceLROnPlateau`, with its defaults. Keras's waits for
//! `patience` such values, one less, and has an absolute `min_delta`.

use super::Schedule;
use super::cosine::at_most_initial;
use crate::error::{
    ParameterError, non_negative, open_unit_interval, positive, unit_interval,
};
use serde::{Deserialize, Serialize};

// ANCHOR: reduce_on_plateau
/// A schedule that listens: it cannot be a function of the step, so it keeps a record, and
/// [`rate`](Schedule::rate) reads it. To save it is to save this value.
///
/// ```
/// use listings::schedules::{ReduceOnPlateau, Schedule};
///
/// let mut schedule = ReduceOnPlateau::new(0.1, 0.5)?.with_patience(1);
/// for loss in [3.0, 2.0, 2.0, 2.0] {
///     schedule.observe(loss);
/// }
/// // The best was 2; the second value that is no better cuts the rate of what follows.
/// assert_eq!([3, 4].map(|step| schedule.rate(step)), [0.1, 0.05]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct ReduceOnPlateau {
    initial: f64,
    factor: f64,
    patience: usize,
    cooldown: usize,
    threshold: Threshold,
    is_maximized: bool,
    least: f64,
    best: Option<f64>,
    idle: usize,
    cooling: usize,
    observed: usize,
    cuts: Vec<Cut>,
}

/// By how much a value must be better to count.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Threshold {
    /// By this share of the best.
    Relative(f64),
    /// By this much.
    Absolute(f64),
}

/// A change of the rate.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Cut {
    /// The first step of the new rate.
    pub step: usize,
    /// The new rate.
    pub rate: f64,
}

impl ReduceOnPlateau {
    /// From η₀, by the factor γ; patience 10, no cooldown, threshold 10⁻⁴ of the best,
    /// η_min = 0, for a value that should fall.
    ///
    /// # Errors
    /// [`ParameterError`] unless η₀ is in (0, ∞) and γ in (0, 1).
    pub fn new(initial: f64, factor: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            initial: positive("initial", initial)?,
            factor: open_unit_interval("factor", factor)?,
            patience: 10,
            cooldown: 0,
            threshold: Threshold::Relative(1e-4),
            is_maximized: false,
            least: 0.0,
            best: None,
            idle: 0,
            cooling: 0,
            observed: 0,
            cuts: Vec::new(),
        })
    }

    /// Tolerates so many values in a row that are no better.
    #[must_use]
    pub fn with_patience(self, patience: usize) -> Self {
        Self { patience, ..self }
    }

    /// Counts nothing for so many values after a cut.
    #[must_use]
    pub fn with_cooldown(self, cooldown: usize) -> Self {
        Self { cooldown, ..self }
    }

    /// With another threshold.
    ///
    /// # Errors
    /// [`ParameterError`] unless a relative one is in [0, 1], an absolute one in [0, ∞).
    pub fn with_threshold(self, threshold: Threshold) -> Result<Self, ParameterError> {
        match threshold {
            Threshold::Relative(share) => unit_interval("threshold", share)?,
            Threshold::Absolute(amount) => non_negative("threshold", amount)?,
        };
        Ok(Self { threshold, ..self })
    }

    /// Never below η_min.
    ///
    /// # Errors
    /// [`ParameterError`] unless η_min is in [0, η₀].
    pub fn with_least(self, least: f64) -> Result<Self, ParameterError> {
        Ok(Self { least: at_most_initial(least, self.initial)?, ..self })
    }

    /// For a value that should rise, such as an accuracy.
    #[must_use]
    pub fn maximizing(self) -> Self {
        Self { is_maximized: true, ..self }
    }

    /// Takes in the value of the step that is over, and decides on the rate of the next.
    /// NaN is no better than anything.
    pub fn observe(&mut self, value: f64) {
        self.observed += 1;
        if self.is_better(value) {
            self.best = Some(value);
            self.idle = 0;
        } else {
            self.idle += 1;
        }
        if self.cooling > 0 {
            self.cooling -= 1;
            self.idle = 0;
        }
        if self.idle > self.patience {
            self.cut();
        }
    }

    /// The changes of the rate so far.
    pub fn cuts(&self) -> &[Cut] {
        &self.cuts
    }

    fn is_better(&self, value: f64) -> bool {
        let Some(best) = self.best else { return !value.is_nan() };
        match (self.is_maximized, self.threshold) {
            (false, Threshold::Relative(share)) => value < best * (1.0 - share),
            (false, Threshold::Absolute(amount)) => value < best - amount,
            (true, Threshold::Relative(share)) => value > best * (1.0 + share),
            (true, Threshold::Absolute(amount)) => value > best + amount,
        }
    }

    fn cut(&mut self) {
        let current = Schedule::rate(self, self.observed);
        let rate = (current * self.factor).max(self.least);
        // As in PyTorch: a change too small to matter is not made.
        if current - rate > 1e-8 {
            self.cuts.push(Cut { step: self.observed, rate });
            self.cooling = self.cooldown;
            self.idle = 0;
        }
    }
}

impl Schedule for ReduceOnPlateau {
    /// The rate that was in force at a step; beyond the last value observed, the present
    /// one.
    fn rate(&self, step: usize) -> f64 {
        let cuts = self.cuts.partition_point(|cut| cut.step <= step);
        cuts.checked_sub(1).map_or(self.initial, |last| self.cuts[last].rate)
    }
}
// ANCHOR_END: reduce_on_plateau
