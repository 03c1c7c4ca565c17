//! A line search on the reader's line: where the Wolfe conditions hold, and what it tries.

use super::{Experiment, Setting};
use crate::optimizers::{Evaluation, LineSearchError, StrongWolfe};
use crate::report::{Cell, Table};
use crate::surfaces::{Himmelblau, Objective};
use ndarray::{Array1, array};
use serde::Serialize;

/// The largest α that is shown.
pub const LONGEST: f64 = 8.5;

/// Himmelblau's function from (−4.5, 4.5) along (1, −k).
#[derive(Clone, Debug)]
pub struct Config {
    /// k.
    pub tilt: f64,
    /// α of the first trial.
    pub first: f64,
    /// c₁.
    pub c1: f64,
    /// c₂.
    pub c2: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { tilt: 1.0, first: 5.0, c1: 0.05, c2: 0.1 }
    }
}

/// The line, its good parts, and the search.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// c₁.
    pub c1: f64,
    /// c₂.
    pub c2: f64,
    /// The first α.
    pub first: f64,
    /// (α, φ(α)).
    pub curve: Vec<(f64, f64)>,
    /// φ(0).
    pub value: f64,
    /// φ′(0).
    pub slope: f64,
    /// Where φ is low enough: from α to α.
    pub low_enough: Vec<(f64, f64)>,
    /// Where it is flat enough as well.
    pub good: Vec<(f64, f64)>,
    /// The trials in order.
    pub trials: Vec<Tried>,
    /// How many there are.
    pub count: usize,
    /// The accepted α, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<f64>,
    /// What the search said if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// A trial.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Tried {
    /// α.
    pub rate: f64,
    /// φ(α).
    pub value: f64,
    /// φ′(α).
    pub slope: f64,
    /// Whether φ is low enough there.
    pub is_low: bool,
    /// Whether it is flat enough.
    pub is_flat: bool,
}

/// The runs of α at which `holds`.
fn stretches(holds: impl Fn(f64) -> bool) -> Vec<(f64, f64)> {
    const CELLS: usize = 850;
    let rate = |cell: usize| LONGEST * cell as f64 / CELLS as f64;
    let mut stretches: Vec<(f64, f64)> = Vec::new();
    let mut is_open = false;
    for cell in 1..=CELLS {
        let is_good = holds(rate(cell));
        match (is_open, is_good) {
            (false, true) => stretches.push((rate(cell), rate(cell))),
            (true, true) => stretches.last_mut().expect("an open one").1 = rate(cell),
            _ => {}
        }
        is_open = is_good;
    }
    stretches
}

impl Experiment for Config {
    const NAME: &'static str = "line-search";
    const QUESTION: &'static str = "Which steps along a line does a search accept?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { tilt, first, c1, c2 } = self;
        vec![
            Setting::real("first", "first trial α", first, 0.1..=8.4, 0.1),
            Setting::real("c1", "decrease c₁", c1, 0.0001..=0.09, 0.0001).logarithmic(),
            Setting::real("c2", "slope c₂", c2, 0.1..=0.99, 0.01),
            Setting::real("tilt", "direction (1, −k): k", tilt, 0.5..=1.5, 0.05),
        ]
    }

    fn run(&self) -> Outcome {
        let here = Evaluation::at(&Himmelblau, array![-4.5, 4.5]);
        let direction = array![1.0, -self.tilt];
        let slope = here.gradient.dot(&direction);
        let point = |rate: f64| -> Array1<f64> { &here.theta + &(&direction * rate) };
        let phi = |rate: f64| Himmelblau.value(&point(rate));
        let phi_slope = |rate: f64| Himmelblau.gradient(&point(rate)).dot(&direction);
        let is_low = |rate: f64| phi(rate) <= here.value + self.c1 * rate * slope;
        let is_flat = |rate: f64| phi_slope(rate).abs() <= -self.c2 * slope;
        let search = StrongWolfe::new(self.c1, self.c2).expect("the ranges keep c1 < c2");
        let found = search.search(&Himmelblau, &here, &direction, self.first);
        let (trials, accepted, error) = match found {
            Ok(found) => (found.trials, Some(found.rate), None),
            Err(error) => {
                let trials = match error {
                    LineSearchError::NoGoodTrial { best, .. } => vec![best],
                    _ => Vec::new(),
                };
                (trials, None, Some(error.to_string()))
            }
        };
        let tried = |trial: &crate::optimizers::Trial| Tried {
            rate: trial.rate,
            value: trial.value,
            slope: trial.slope,
            is_low: is_low(trial.rate),
            is_flat: is_flat(trial.rate),
        };
        Outcome {
            c1: self.c1,
            c2: self.c2,
            first: self.first,
            curve: (0..=140)
                .map(|i| LONGEST * f64::from(i) / 140.0)
                .map(|rate| (rate, phi(rate)))
                .collect(),
            value: here.value,
            slope,
            low_enough: stretches(is_low),
            good: stretches(|rate| is_low(rate) && is_flat(rate)),
            count: trials.len(),
            trials: trials.iter().map(tried).collect(),
            accepted,
            error,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["trial", "α", "φ(α)", "φ′(α)", "what the search says"];
        let mut table = Table::new("The trials of the search", &headings);
        for (index, trial) in outcome.trials.iter().enumerate() {
            let verdict = match (trial.is_low, trial.is_flat) {
                (false, _) => "not low enough",
                (true, false) if trial.slope < 0.0 => "still falling steeply",
                (true, false) => "past the minimum, rising steeply",
                (true, true) => "accepted",
            };
            table.row(vec![
                Cell::count(index + 1),
                Cell::number(trial.rate, 3),
                Cell::number(trial.value, 2),
                Cell::number(trial.slope, 2),
                verdict.into(),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_accepted_lies_in_the_good_part() {
        for first in 1..=8 {
            for (c1, c2) in [(1e-4, 0.9), (0.05, 0.1), (0.09, 0.3)] {
                let first = f64::from(first);
                let outcome = Config { first, c1, c2, ..Config::default() }.run();
                let rate = outcome.accepted.expect("the search succeeds");
                // To a cell of the scan, 0.01.
                let holds =
                    |(from, to): &(f64, f64)| (from - 0.01..=to + 0.01).contains(&rate);
                assert!(rate > LONGEST || outcome.good.iter().any(holds), "{first}");
                let last = outcome.trials.last().expect("a trial");
                assert!(last.is_low && last.is_flat);
            }
        }
    }

    #[test]
    fn stricter_conditions_leave_less() {
        let total = |c1, c2| {
            let outcome = Config { c1, c2, ..Config::default() }.run();
            outcome.good.iter().map(|(from, to)| to - from).sum::<f64>()
        };
        assert!(total(1e-4, 0.9) > total(0.05, 0.3));
        assert!(total(0.05, 0.3) > total(0.09, 0.1));
    }
}
