//! A line search: how far to go in a given direction.
//!
//! φ(α) = L(θ + αp),   φ′(α) = gᵀp at θ + αp, for a direction p with φ′(0) < 0.
//!
//! The strong Wolfe conditions: φ(α) ≤ φ(0) + c₁αφ′(0), sufficient decrease (Armijo), and
//! |φ′(α)| ≤ c₂|φ′(0)|, the slope is mostly gone; 0 < c₁ < c₂ < 1.
//!
//! **Convention.** Algorithms 3.5 (go on until a good α is bracketed) and 3.6 (narrow the
//! bracket) of Nocedal & Wright, in the form of PyTorch, which has four rules of its own:
//! trials go on by 1 % to tenfold; φ must fall from trial to trial from the third trial
//! on, where the book starts with the second; a trial in the outer tenth of a bracket is
//! moved inward the second time in a row; and a bracket shorter than 10⁻⁹, measured by
//! the largest coordinate of its step, ends the search. Where PyTorch takes the best
//! trial when a search fails, this one says that it failed.
//!
//! # Reference
//! J. Nocedal & S. Wright, *Numerical Optimization*, 2nd ed. (2006), algorithms 3.5 and
//! 3.6, eq. 3.59; P. Wolfe, "Convergence conditions for ascent methods", *SIAM Review*
//! 11 (1969) 226–235; L. Armijo, *Pacific Journal of Mathematics* 16 (1966) 1–3.

use super::Evaluation;
use crate::error::{ParameterError, non_negative, open_unit_interval};
use crate::surfaces::Objective;
use ndarray::Array1;
use std::fmt;

// ANCHOR: strong_wolfe
/// A search for α that satisfies the strong Wolfe conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct StrongWolfe {
    c1: f64,
    c2: f64,
    /// Trials after the first one.
    trials: usize,
    /// The length of a bracket that is too short to go on.
    tolerance: f64,
}

/// One α that was tried.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trial {
    /// α.
    pub rate: f64,
    /// φ(α); infinite where the objective has no value.
    pub value: f64,
    /// φ′(α).
    pub slope: f64,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// α.
    pub rate: f64,
    /// The objective at θ + αp.
    pub there: Evaluation,
    /// What was tried, the accepted α included: one evaluation each.
    pub trials: Vec<Trial>,
}

impl StrongWolfe {
    /// Sufficient decrease c₁ and remaining slope c₂.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 < c₁ < c₂ < 1.
    pub fn new(c1: f64, c2: f64) -> Result<Self, ParameterError> {
        let c1 = open_unit_interval("c1", c1)?;
        let c2 = open_unit_interval("c2", c2)?;
        if c1 >= c2 {
            return Err(ParameterError { name: "c2", value: c2, valid: "(c1, 1)" });
        }
        Ok(Self { c1, c2, ..Self::default() })
    }

    /// The same with another length below which a bracket is given up.
    ///
    /// # Errors
    /// [`ParameterError`] unless it is in [0, ∞).
    pub fn with_tolerance(mut self, tolerance: f64) -> Result<Self, ParameterError> {
        self.tolerance = non_negative("tolerance", tolerance)?;
        Ok(self)
    }

    /// Looks for α along `direction` from `here`, with α = `first` as the first trial.
    ///
    /// # Errors
    /// [`LineSearchError`] when there is no value to start from, the direction does not
    /// go down, L seems to fall forever, or no trial satisfies both conditions.
    ///
    /// # Panics
    /// Panics unless `first` is above zero.
    pub fn search(
        &self,
        objective: &dyn Objective,
        here: &Evaluation,
        direction: &Array1<f64>,
        first: f64,
    ) -> Result<Found, LineSearchError> {
        assert!(first > 0.0, "the first trial {first} is not above zero");
        let slope = here.gradient.dot(direction);
        if !here.value.is_finite() || !slope.is_finite() {
            return Err(LineSearchError::NotFinite { value: here.value, slope });
        }
        if slope >= 0.0 {
            return Err(LineSearchError::NoDescent { slope });
        }
        let line = Line { objective, here, direction, slope, trials: Vec::new() };
        self.bracket(line, first)
    }

    /// Whether φ(α) > φ(0) + c₁αφ′(0): not enough was gained.
    fn is_too_high(&self, trial: Trial, line: &Line) -> bool {
        trial.value > line.here.value + self.c1 * trial.rate * line.slope
    }

    /// Whether |φ′(α)| ≤ c₂|φ′(0)|.
    fn is_flat(&self, trial: Trial, line: &Line) -> bool {
        trial.slope.abs() <= -self.c2 * line.slope
    }

    /// Algorithm 3.5: goes on until a trial is too high, good, or past a minimum.
    fn bracket(&self, mut line: Line, first: f64) -> Result<Found, LineSearchError> {
        let start = Trial { rate: 0.0, value: line.here.value, slope: line.slope };
        let mut before = End { trial: start, there: line.here.clone() };
        let mut now = line.end_at(first);
        for trial in 0..self.trials {
            let has_risen = trial > 1 && now.trial.value >= before.trial.value;
            if self.is_too_high(now.trial, &line) || has_risen {
                return self.narrow(line, [before, now]);
            }
            if now.trial.value == f64::NEG_INFINITY {
                break;
            }
            if self.is_flat(now.trial, &line) {
                return Ok(line.found(now));
            }
            if now.trial.slope >= 0.0 {
                return self.narrow(line, [before, now]);
            }
            let (from, to) = (before.trial, now.trial);
            let nearest = to.rate + 0.01 * (to.rate - from.rate);
            let next = cubic_minimum(from, to, nearest, 10.0 * to.rate);
            (before, now) = (now, line.end_at(next));
        }
        let Trial { rate, value, .. } = now.trial;
        Err(LineSearchError::Unbounded { rate, value })
    }

    /// Algorithm 3.6: between a low end and a high end there is a good α.
    fn narrow(
        &self,
        mut line: Line,
        mut ends: [End; 2],
    ) -> Result<Found, LineSearchError> {
        let size = line.direction.iter().fold(0.0, |most, p| p.abs().max(most));
        let lower_of =
            |ends: &[End; 2]| usize::from(ends[0].trial.value > ends[1].trial.value);
        let mut low = lower_of(&ends);
        let mut was_near_an_end = false;
        for _ in line.trials.len()..=self.trials {
            let rates = [ends[0].trial.rate, ends[1].trial.rate];
            let (left, right) = (rates[0].min(rates[1]), rates[0].max(rates[1]));
            if (right - left) * size < self.tolerance {
                break;
            }
            let mut rate = cubic_minimum(ends[0].trial, ends[1].trial, left, right);
            let tenth = 0.1 * (right - left);
            let is_near_an_end = (right - rate).min(rate - left) < tenth;
            if is_near_an_end && (was_near_an_end || rate >= right || rate <= left) {
                let is_at_the_right = (rate - right).abs() < (rate - left).abs();
                rate = if is_at_the_right { right - tenth } else { left + tenth };
                was_near_an_end = false;
            } else {
                was_near_an_end = is_near_an_end;
            }
            let end = line.end_at(rate);
            let (trial, lowest) = (end.trial, ends[low].trial);
            if self.is_too_high(trial, &line) || trial.value >= lowest.value {
                ends[1 - low] = end;
                low = lower_of(&ends);
            } else if self.is_flat(trial, &line) {
                return Ok(line.found(end));
            } else {
                let way_to_high = ends[1 - low].trial.rate - lowest.rate;
                let old_low = std::mem::replace(&mut ends[low], end);
                if trial.slope * way_to_high >= 0.0 {
                    ends[1 - low] = old_low;
                }
            }
        }
        let (best, trials) = (ends[low].trial, line.trials.len());
        Err(LineSearchError::NoGoodTrial { trials, best })
    }
}

/// c₁ = 10⁻⁴ and c₂ = 0.9, as for quasi-Newton methods everywhere; 25 trials.
impl Default for StrongWolfe {
    fn default() -> Self {
        Self { c1: 1e-4, c2: 0.9, trials: 25, tolerance: 1e-9 }
    }
}
// ANCHOR_END: strong_wolfe

// ANCHOR: cubic
/// The minimum of the cubic with the values and slopes of two trials, kept between
/// `least` and `most`; halfway between these where the cubic has none.
fn cubic_minimum(a: Trial, b: Trial, least: f64, most: f64) -> f64 {
    let (left, right) = if a.rate <= b.rate { (a, b) } else { (b, a) };
    let width = right.rate - left.rate;
    let d1 = left.slope + right.slope - 3.0 * (left.value - right.value) / -width;
    let square = d1 * d1 - left.slope * right.slope;
    let d2 = square.sqrt();
    let share = (right.slope + d2 - d1) / (right.slope - left.slope + 2.0 * d2);
    let minimum = right.rate - width * share;
    if minimum.is_nan() { 0.5 * (least + most) } else { minimum.max(least).min(most) }
}
// ANCHOR_END: cubic

/// The line θ + αp, and what was tried on it.
struct Line<'a> {
    objective: &'a dyn Objective,
    here: &'a Evaluation,
    direction: &'a Array1<f64>,
    slope: f64,
    trials: Vec<Trial>,
}

/// A trial, with the evaluation behind it.
struct End {
    trial: Trial,
    there: Evaluation,
}

impl Line<'_> {
    /// Evaluates the objective at θ + αp.
    fn end_at(&mut self, rate: f64) -> End {
        let mut theta = self.here.theta.clone();
        theta.scaled_add(rate, self.direction);
        let there = Evaluation::at(self.objective, theta);
        let slope = there.gradient.dot(self.direction);
        // Beyond what has a value the search sees a wall.
        let is_wall = there.value.is_nan() || !slope.is_finite();
        let is_abyss = there.value == f64::NEG_INFINITY;
        let value = if is_wall && !is_abyss { f64::INFINITY } else { there.value };
        let trial = Trial { rate, value, slope };
        self.trials.push(trial);
        End { trial, there }
    }

    fn found(self, end: End) -> Found {
        Found { rate: end.trial.rate, there: end.there, trials: self.trials }
    }
}

// ANCHOR: line_search_error
/// Why there is no α. Whoever asked still has the point from which the search began.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LineSearchError {
    /// The objective or its slope has no finite value to start from.
    NotFinite {
        /// φ(0).
        value: f64,
        /// φ′(0).
        slope: f64,
    },
    /// The direction does not lead down.
    NoDescent {
        /// φ′(0) ≥ 0.
        slope: f64,
    },
    /// φ still falls at the last trial.
    Unbounded {
        /// α of the last trial.
        rate: f64,
        /// φ there.
        value: f64,
    },
    /// No trial satisfied both conditions.
    NoGoodTrial {
        /// How many there were.
        trials: usize,
        /// The lowest of the last two that remained.
        best: Trial,
    },
}
// ANCHOR_END: line_search_error

impl fmt::Display for LineSearchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite { value, slope } => {
                write!(
                    f,
                    "the search starts at L = {value} with slope {slope}; both must be finite"
                )
            }
            Self::NoDescent { slope } => {
                write!(f, "the direction has slope {slope}; it must be below zero")
            }
            Self::Unbounded { rate, value } => {
                write!(
                    f,
                    "L still falls at alpha = {rate}, where it is {value}; it may have no minimum"
                )
            }
            Self::NoGoodTrial { trials, best } => {
                write!(
                    f,
                    "none of {trials} trials satisfies the Wolfe conditions; the best has alpha = {}, L = {} and slope {}",
                    best.rate, best.value, best.slope
                )
            }
        }
    }
}

impl std::error::Error for LineSearchError {}
