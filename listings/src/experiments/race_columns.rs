//! The columns of the lecture's table, measured: speed, generalization, memory and
//! sensitivity on one task.

use super::race_sweep::{Cost, Sweep, expected_steps};
use super::race_training::{Samples, Trainee, moons};
use super::racer::Racer;
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::statistics::{deviation, mean};
use serde::Serialize;

/// Two rates a decade.
pub const RATES: [f64; 8] = [1e-3, 3.2e-3, 0.01, 0.032, 0.1, 0.32, 1.0, 3.2];

/// Training points; there are few, so that something is left to generalize.
const POINTS: [usize; 2] = [60, 400];

/// The standard deviation of the points about the moons.
const NOISE: f64 = 0.2;

/// Seeds on which rates are tried.
const SWEEP_SEEDS: u64 = 3;

/// The lecture's table, on its network.
#[derive(Clone, Debug)]
pub struct Config {
    /// The training loss to reach.
    pub target: f64,
    /// Full-batch steps at most.
    pub steps: usize,
    /// Seeds over which accuracy is compared.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { target: 0.15, steps: 150, seeds: 10 }
    }
}

/// One row an optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The training loss to reach.
    pub target: f64,
    /// Steps at most.
    pub limit: usize,
    /// Training samples, all of which a step sees.
    pub samples: usize,
    /// Seeds over which accuracy is compared.
    pub seeds: usize,
    /// Gradient descent.
    pub descent: Row,
    /// Momentum.
    pub momentum: Row,
    /// RMSprop.
    pub rmsprop: Row,
    /// Adam.
    pub adam: Row,
    /// The largest difference of two mean accuracies at best rates.
    pub largest_gap: f64,
    /// The standard error of that difference, over the seeds they share.
    pub gap_error: f64,
}

/// What was measured of one optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// The rate at which the target costs least.
    pub rate: f64,
    /// Steps to the target at that rate, a success, over the seeds of the sweep.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<f64>,
    /// The same at η = 0.01.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps_at_hundredth: Option<f64>,
    /// Samples seen on the way there, at the best rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<f64>,
    /// Decades of rates within twice the least cost.
    pub decades: f64,
    /// Mean test accuracy after all steps at the best rate.
    pub accuracy: f64,
    /// Its standard deviation over the seeds.
    pub accuracy_deviation: f64,
    /// Mean test accuracy after all steps at η = 0.01.
    pub accuracy_at_hundredth: f64,
    /// Bytes remembered for each parameter.
    pub bytes: usize,
}

impl Outcome {
    /// All, in the order of the chapters.
    pub fn rows(&self) -> [&Row; 4] {
        [&self.descent, &self.momentum, &self.rmsprop, &self.adam]
    }
}

/// Steps until the training loss is below the target.
fn steps_to(config: &Config, racer: Racer, rate: f64, seed: u64) -> Option<usize> {
    let [train, _] = moons(POINTS, NOISE, seed);
    let mut trainee = Trainee::new(racer, rate, seed);
    for step in 0..=config.steps {
        let loss = trainee.step(&train);
        if trainee.diverged {
            return None;
        }
        if loss < config.target {
            return Some(step);
        }
    }
    None
}

/// Test accuracy after all steps.
fn accuracy(
    racer: Racer,
    rate: f64,
    steps: usize,
    data: &[Samples; 2],
    seed: u64,
) -> f64 {
    let mut trainee = Trainee::new(racer, rate, seed);
    for _ in 0..steps {
        trainee.step(&data[0]);
    }
    trainee.accuracy(&data[1])
}

impl Config {
    fn sweep(&self, racer: Racer) -> Sweep {
        let cost = |&rate: &f64| {
            let runs: Vec<_> =
                (1..=SWEEP_SEEDS).map(|seed| steps_to(self, racer, rate, seed)).collect();
            Cost {
                rate,
                successes: runs.iter().flatten().count(),
                expected: expected_steps(&runs, self.steps),
            }
        };
        Sweep::from_costs(racer, RATES.iter().map(cost).collect(), 2)
    }

    /// The row, and the accuracies at the best rate by seed.
    fn row(&self, racer: Racer, data: &[[Samples; 2]]) -> (Row, Vec<f64>) {
        let sweep = self.sweep(racer);
        let rate = sweep.best.map_or(0.01, |best| best.rate);
        let at = |rate: f64| -> Vec<f64> {
            let seeds = data.iter().zip(1..);
            seeds
                .map(|(data, seed)| accuracy(racer, rate, self.steps, data, seed))
                .collect()
        };
        let accuracies = at(rate);
        let row = Row {
            name: racer.name(),
            rate,
            steps: sweep.steps(),
            steps_at_hundredth: sweep.at(0.01).expected,
            samples: sweep.steps().map(|steps| steps * POINTS[0] as f64),
            decades: sweep.decades,
            accuracy: mean(&accuracies),
            accuracy_deviation: deviation(&accuracies),
            accuracy_at_hundredth: mean(&at(0.01)),
            bytes: racer.bytes(),
        };
        (row, accuracies)
    }
}

impl Experiment for Config {
    const NAME: &'static str = "race-columns";
    const QUESTION: &'static str =
        "What is in the lecture's comparison of optimizers when it is measured?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("target", "loss to reach", &mut self.target, 0.05..=0.3, 0.01),
            Setting::count("steps", "steps at most", &mut self.steps, 50..=150),
            Setting::count("seeds", "seeds", &mut self.seeds, 2..=10),
        ]
    }

    fn run(&self) -> Outcome {
        let data: Vec<_> =
            (1..=self.seeds as u64).map(|seed| moons(POINTS, NOISE, seed)).collect();
        let rows = Racer::LECTURE.map(|racer| self.row(racer, &data));
        let by_mean = |a: &&(Row, Vec<f64>), b: &&(Row, Vec<f64>)| {
            a.0.accuracy.total_cmp(&b.0.accuracy)
        };
        let best = rows.iter().max_by(by_mean).expect("four rows");
        let worst = rows.iter().min_by(by_mean).expect("four rows");
        let gaps: Vec<f64> = best.1.iter().zip(&worst.1).map(|(a, b)| a - b).collect();
        let (largest_gap, gap_error) =
            (mean(&gaps), deviation(&gaps) / (gaps.len() as f64).sqrt());
        let [descent, momentum, rmsprop, adam] = rows.map(|(row, _)| row);
        Outcome {
            target: self.target,
            limit: self.steps,
            samples: POINTS[0],
            seeds: self.seeds,
            descent,
            momentum,
            rmsprop,
            adam,
            largest_gap,
            gap_error,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "optimizer",
            "steps to the target at η = 0.01",
            "best rate",
            "steps at the best rate",
            "samples seen",
            "decades of rates",
            "test accuracy at the best rate",
            "at η = 0.01",
            "bytes a parameter",
        ];
        let title = format!(
            "A network on two moons, {} training points, loss below {}, at most {} steps",
            outcome.samples, outcome.target, outcome.limit
        );
        let mut table = Table::new(title, &headings);
        for row in outcome.rows() {
            let steps = |steps: Option<f64>| match steps {
                Some(steps) => Cell::number(steps, 0),
                None => Cell::Number("none".to_string()),
            };
            let percent = |share: f64| format!("{:.1}", 100.0 * share);
            table.row(vec![
                row.name.into(),
                steps(row.steps_at_hundredth),
                Cell::Number(row.rate.to_string()),
                steps(row.steps),
                steps(row.samples),
                Cell::number(row.decades, 1),
                Cell::Number(format!(
                    "{} ± {} %",
                    percent(row.accuracy),
                    percent(row.accuracy_deviation)
                )),
                Cell::Number(percent(row.accuracy_at_hundredth) + " %"),
                Cell::count(row.bytes),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_that_nobody_reaches_is_said_to_be_none() {
        let outcome = Config { target: 0.05, steps: 3, seeds: 2 }.run();
        for row in outcome.rows() {
            assert_eq!((row.steps, row.samples, row.decades), (None, None, 0.0));
            assert!((0.0..=1.0).contains(&row.accuracy));
        }
    }
}
