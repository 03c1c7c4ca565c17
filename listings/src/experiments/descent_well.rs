//! Gradient descent in two valleys of one dimension: where it starts decides where it
//! ends.

use super::{Experiment, Setting};
use crate::optimizers::{GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use crate::surfaces::{DoubleWell, Objective};
use ndarray::{Array1, array};
use serde::Serialize;

/// Starts lie between minus and plus this.
pub const REACH: f64 = 1.6;

/// Starts of the sweep.
const STARTS: usize = 129;

/// Steps of every walk.
pub const STEPS: usize = 200;

/// ¼x⁴ − ½x² + τx.
#[derive(Clone, Debug)]
pub struct Config {
    /// x₀.
    pub start: f64,
    /// η.
    pub rate: f64,
    /// τ.
    pub tilt: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { start: 1.5, rate: 0.1, tilt: 0.2 }
    }
}

/// One walk, and where all of them end.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// The x of the deep minimum.
    pub deep: f64,
    /// The x of the shallow one.
    pub shallow: f64,
    /// The x of the pass.
    pub pass: f64,
    /// L there, in the same order.
    pub values: [f64; 3],
    /// L on the whole range.
    #[serde(skip)]
    pub curve: Vec<(f64, f64)>,
    /// x₀, x₁, … of the reader's walk, and L.
    #[serde(skip)]
    pub path: Vec<(f64, f64)>,
    /// x₀.
    pub start: f64,
    /// Where it is after the last step.
    pub last: f64,
    /// The loss there.
    pub last_loss: f64,
    /// Where it ends, in words.
    pub place: &'static str,
    /// For each start of the sweep, where the walk is after the last step.
    #[serde(skip)]
    pub ends: Vec<(f64, f64)>,
    /// The share of the starts that end in the shallow minimum.
    pub share_shallow: f64,
    /// The share that end in the deep one.
    pub share_deep: f64,
}

impl Config {
    fn wells(&self) -> DoubleWell {
        DoubleWell::new(self.tilt).expect("the settings keep two wells")
    }

    fn walk(&self, start: f64) -> Vec<f64> {
        let wells = self.wells();
        let (mut x, mut path) = (array![start], vec![start]);
        for _ in 0..STEPS {
            let gradient = wells.gradient(&x);
            GradientDescent.step(self.rate, &mut x, &gradient);
            path.push(x[0]);
        }
        path
    }
}

/// Whether the walk is at a point.
fn is_at(x: f64, place: f64) -> bool {
    (x - place).abs() < 0.01
}

impl Experiment for Config {
    const NAME: &'static str = "descent-well";
    const QUESTION: &'static str = "In which of two minima does gradient descent end?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("start", "start x₀", &mut self.start, -REACH..=REACH, 0.05),
            Setting::real("rate", "rate η", &mut self.rate, 0.02..=1.0, 0.01),
            Setting::real("tilt", "tilt τ", &mut self.tilt, 0.0..=0.38, 0.01),
        ]
    }

    fn run(&self) -> Outcome {
        let wells = self.wells();
        let (deep, shallow, pass) = (wells.deep(), wells.shallow(), wells.pass());
        let value = |x: f64| wells.value(&array![x]);
        let path = self.walk(self.start);
        let last = path[STEPS];
        let place = if is_at(last, deep) {
            "the deep minimum"
        } else if is_at(last, shallow) {
            "the shallow minimum"
        } else if is_at(last, pass) {
            "the pass"
        } else {
            "no minimum"
        };
        let grid = |points: usize| Array1::linspace(-REACH, REACH, points);
        let end = |&start: &f64| (start, self.walk(start)[STEPS]);
        let ends: Vec<(f64, f64)> = grid(STARTS).iter().map(end).collect();
        let share = |place: f64| {
            let there = ends.iter().filter(|(_, x)| is_at(*x, place)).count();
            there as f64 / STARTS as f64
        };
        Outcome {
            rate: self.rate,
            deep,
            shallow,
            pass,
            values: [value(deep), value(shallow), value(pass)],
            curve: grid(97).iter().map(|&x| (x, value(x))).collect(),
            path: path.iter().map(|&x| (x, value(x))).collect(),
            start: self.start,
            last,
            last_loss: value(last),
            place,
            share_shallow: share(shallow),
            share_deep: share(deep),
            ends,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Where {STEPS} steps at η = {} lead, from starts between −{REACH} and {REACH}",
            outcome.rate
        );
        let mut table = Table::new(title, &["minimum", "x", "loss", "share of starts"]);
        for (name, x, value, share) in [
            ("deep", outcome.deep, outcome.values[0], outcome.share_deep),
            ("shallow", outcome.shallow, outcome.values[1], outcome.share_shallow),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(x, 3),
                Cell::number(value, 3),
                Cell::number(share, 2),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_a_small_rate_the_pass_divides_the_starts() {
        for tilt in [0.0, 0.1, 0.2, 0.3] {
            let outcome = Config { tilt, ..Config::default() }.run();
            for &(start, end) in &outcome.ends {
                // A start on the pass itself, or a hair beside it, has not left yet.
                if (start - outcome.pass).abs() > 1e-3 {
                    let expected =
                        if start < outcome.pass { outcome.deep } else { outcome.shallow };
                    // 200 steps at curvatures above 0.9 leave 10⁻⁸ of the distance.
                    let error = (end - expected).abs();
                    assert!(error < 0.01, "{tilt}: {start} ends at {end}");
                }
            }
        }
    }

    #[test]
    fn nothing_diverges_at_any_rate_from_any_start() {
        for rate in [0.02, 0.5, 0.8, 1.0] {
            for tilt in [0.0, 0.2, 0.38] {
                let outcome = Config { rate, tilt, ..Config::default() }.run();
                assert!(outcome.ends.iter().all(|(_, end)| end.abs() <= REACH));
            }
        }
    }
}
