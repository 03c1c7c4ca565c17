//! Six runs that pass the test of convergence, and what they do next.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::report::{Cell, Table};
use crate::training::has_converged;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Steps in all.
pub const STEPS: usize = 600;

/// The test.
#[derive(Clone, Debug)]
pub struct Config {
    /// Losses that are looked at.
    pub patience: usize,
    /// What counts as progress.
    pub min_delta: f64,
    /// The seed of the noisy run.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { patience: 10, min_delta: 1e-3, seed: 1 }
    }
}

/// Six runs.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// A parabola at a good rate.
    pub converging: Walk,
    /// At a rate that is too small.
    pub slow: Walk,
    /// At the border, η = 2: it swings.
    pub swinging: Walk,
    /// Beyond it.
    pub diverging: Walk,
    /// A plateau, and then a valley.
    pub plateau: Walk,
    /// Losses of single samples.
    pub noisy: Walk,
    /// How many of the six pass, and how many of these are at the least loss.
    pub passed: (usize, usize),
    /// The patience.
    pub patience: usize,
    /// min_delta.
    pub min_delta: f64,
}

impl Outcome {
    /// All six.
    pub fn all(&self) -> [&Walk; 6] {
        let Self { converging, slow, swinging, diverging, plateau, noisy, .. } = self;
        [converging, slow, swinging, diverging, plateau, noisy]
    }
}

/// A run and the step at which it passes.
#[derive(Clone, Debug, Serialize)]
pub struct Walk {
    /// What it is.
    pub name: &'static str,
    /// What the test sees.
    #[serde(skip)]
    pub losses: Vec<f64>,
    /// The step at which it passes, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passed_at: Option<usize>,
    /// The expected loss there above the least that there is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excess: Option<f64>,
    /// The slope there, |∂L/∂x|.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slope: Option<f64>,
    /// The expected loss above the least at the end, at most 10⁹.
    pub last_excess: f64,
}

/// Beyond this a run has diverged.
const MOST: f64 = 1e9;

/// A walk on a function with the minimum 0 at 0, given its value and its slope.
fn walk(
    name: &'static str,
    value: fn(f64) -> f64,
    slope: fn(f64) -> f64,
    (start, rate): (f64, f64),
    mut noise: impl FnMut() -> f64,
    test: &Config,
) -> Walk {
    let (mut x, mut xs, mut losses) = (start, Vec::new(), Vec::new());
    for _ in 0..=STEPS {
        if value(x) > MOST {
            break;
        }
        let shift = noise();
        xs.push(x);
        losses.push(value(x - shift));
        x -= rate * slope(x - shift);
    }
    let passed_at = (0..losses.len())
        .find(|&step| has_converged(&losses[..=step], test.patience, test.min_delta));
    Walk {
        name,
        passed_at,
        excess: passed_at.map(|step| value(xs[step])),
        slope: passed_at.map(|step| slope(xs[step]).abs()),
        last_excess: xs.last().map_or(0.0, |&x| value(x)),
        losses,
    }
}

fn bowl(x: f64) -> f64 {
    0.5 * x * x
}

fn bowl_slope(x: f64) -> f64 {
    x
}

/// Flat far out: ½ x²/(1 + x²).
fn hole(x: f64) -> f64 {
    0.5 * x * x / (1.0 + x * x)
}

fn hole_slope(x: f64) -> f64 {
    x / (1.0 + x * x).powi(2)
}

impl Experiment for Config {
    const NAME: &'static str = "loop-converged";
    const QUESTION: &'static str = "What else passes a test of convergence?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("patience", "patience", &mut self.patience, 1..=200),
            Setting::real(
                "min_delta",
                "min_delta",
                &mut self.min_delta,
                1e-6..=0.1,
                1e-6,
            )
            .logarithmic(),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let on_bowl =
            |name, rate| walk(name, bowl, bowl_slope, (2.0, rate), || 0.0, self);
        let mut random = seeded(self.seed);
        let normal = move || StandardNormal.sample(&mut random);
        let mut outcome = Outcome {
            converging: on_bowl("a good rate", 0.1),
            slow: on_bowl("a rate too small", 2e-5),
            swinging: on_bowl("a rate at the border", 2.0),
            diverging: on_bowl("a rate beyond it", 2.02),
            plateau: walk("a plateau", hole, hole_slope, (6.0, 1.0), || 0.0, self),
            noisy: walk("single samples", bowl, bowl_slope, (5.0, 0.01), normal, self),
            passed: (0, 0),
            patience: self.patience,
            min_delta: self.min_delta,
        };
        let passed = outcome.all().map(|walk| walk.excess).into_iter().flatten();
        let passed: Vec<f64> = passed.collect();
        let right = passed.iter().filter(|&&excess| excess < 0.02).count();
        outcome.passed = (passed.len(), right);
        outcome
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "run",
            "passes at step",
            "loss above the least there",
            "slope there",
            "loss above the least at the end",
        ];
        let title = format!(
            "Six runs and a test, patience {}, min_delta {}",
            outcome.patience, outcome.min_delta
        );
        let mut table = Table::new(title, &headings);
        let absent = || "–".to_string();
        let written = |value: f64| {
            if value >= 1e6 {
                "above a million".into()
            } else {
                crate::report::number(value, 3)
            }
        };
        for walk in outcome.all() {
            let at = walk.passed_at.map_or("never".into(), |step| step.to_string());
            table.row(vec![
                walk.name.into(),
                Cell::Number(at),
                Cell::Number(walk.excess.map_or_else(absent, written)),
                Cell::Number(walk.slope.map_or_else(absent, written)),
                Cell::Number(written(walk.last_excess)),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_are_those_of_central_differences() {
        for x in [-3.0, 0.1, 2.0, 6.0] {
            for (value, slope) in [
                (bowl as fn(f64) -> f64, bowl_slope as fn(f64) -> f64),
                (hole, hole_slope),
            ] {
                let difference = (value(x + 1e-5) - value(x - 1e-5)) / 2e-5;
                // h² times a third derivative of order one, and rounding.
                assert!((difference - slope(x)).abs() < 1e-9, "{x}");
            }
        }
    }

    #[test]
    fn the_plateau_ends_after_the_test_has_passed() {
        let outcome = Config::default().run();
        let plateau = outcome.plateau;
        assert!(plateau.excess.unwrap() > 0.4 && plateau.last_excess < 1e-6);
    }
}
