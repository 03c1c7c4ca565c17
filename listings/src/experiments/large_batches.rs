//! The same number of epochs in batches of several sizes, each optimizer at its own best
//! rate for each size.

use super::newer_sweep::{Plan, Summary, Sweep};
use super::newer_training::{Contestant, RATES, least, mean_and_error, moons};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Format, Table};
use serde::Serialize;

/// Training and test points.
const POINTS: [usize; 2] = [128, 400];

/// The batch sizes; the last is all points.
pub const BATCHES: [usize; 4] = [8, 32, 64, 128];

/// Rates that are tried for each.
const TRIED: usize = 5;

/// Who takes part, and the position of the first rate that is tried.
const CONTESTANTS: [(Contestant, usize); 4] = [
    (Contestant::Momentum, 6),
    (Contestant::Lars, 8),
    (Contestant::AdamW, 4),
    (Contestant::Lamb, 4),
];

/// How long, and how often.
#[derive(Clone, Debug)]
pub struct Config {
    /// Passes through the points.
    pub epochs: usize,
    /// The standard deviation of the points about the moons.
    pub noise: f64,
    /// Data sets and first weights.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { epochs: 12, noise: 0.2, seeds: 5 }
    }
}

/// One row an optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Passes through the points.
    pub epochs: usize,
    /// Training points.
    pub points: usize,
    /// Data sets.
    pub seeds: usize,
    /// The share of the work that is done.
    pub progress: f64,
    /// Momentum.
    pub momentum: Row,
    /// LARS.
    pub lars: Row,
    /// AdamW.
    pub adamw: Row,
    /// LAMB.
    pub lamb: Row,
    /// Test accuracy of LARS less that of momentum, all points a step; and its standard
    /// error over the seeds that they share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lars_gain: Option<[f64; 2]>,
    /// The same of LAMB and AdamW.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lamb_gain: Option<[f64; 2]>,
}

/// An optimizer at all batch sizes.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// One a batch size, as far as it has come.
    pub at: Vec<At>,
}

/// An optimizer at a batch size and its best rate.
#[derive(Clone, Debug, Serialize)]
pub struct At {
    /// Samples a step.
    pub batch: usize,
    /// Steps in all.
    pub steps: usize,
    /// The rate with the least training loss.
    pub rate: f64,
    /// Whether it is the first or the last that was tried.
    pub at_edge: bool,
    /// The mean training loss in the end.
    pub loss: f64,
    /// The mean test accuracy.
    pub accuracy: f64,
    /// Its standard error.
    pub error: f64,
    /// By seed.
    #[serde(skip)]
    pub accuracies: Vec<f64>,
}

impl Outcome {
    /// All rows.
    pub fn rows(&self) -> [&Row; 4] {
        [&self.momentum, &self.lars, &self.adamw, &self.lamb]
    }
}

impl Experiment for Config {
    const NAME: &'static str = "large-batches";
    const QUESTION: &'static str =
        "Do LARS and LAMB make up for what large batches cost at equal epochs?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("epochs", "epochs", &mut self.epochs, 4..=24),
            Setting::real(
                "noise",
                "noise of the data",
                &mut self.noise,
                0.05..=0.4,
                0.05,
            ),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=10),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let data = (1..=self.seeds as u64).map(|seed| moons(POINTS, self.noise, seed));
        let mut plans = Vec::new();
        for (contestant, first) in CONTESTANTS {
            for batch in BATCHES {
                let steps = self.epochs * POINTS[0].div_ceil(batch);
                plans.extend(RATES[first..first + TRIED].iter().map(|&rate| Plan {
                    contestant,
                    rate,
                    falls: false,
                    batch,
                    steps,
                    note_every: 0,
                }));
            }
        }
        let sweep = Sweep::new(&[2, 16, 8, 2], data.collect(), plans);
        Some(Box::new(Training { config: self.clone(), sweep }))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "{} epochs on {} points, each at its best rate; means of {} data sets",
                outcome.epochs, outcome.points, outcome.seeds
            ),
            &[
                "optimizer",
                "batch",
                "steps",
                "best rate",
                "training loss",
                "test accuracy",
            ],
        );
        for row in outcome.rows() {
            for at in &row.at {
                let edge = if at.at_edge { ", at the edge" } else { "" };
                table.row(vec![
                    row.name.into(),
                    Cell::count(at.batch),
                    Cell::count(at.steps),
                    Cell::Number(format!("{}{edge}", Format::default().apply(at.rate))),
                    Cell::number(at.loss, 3),
                    Cell::Number(Format::percent(1).apply(at.accuracy)),
                ]);
            }
        }
        if table.rows.is_empty() {
            let none = || Cell::Number("not yet".into());
            table.row(vec!["momentum".into(), none(), none(), none(), none(), none()]);
        }
        table
    }
}

struct Training {
    config: Config,
    sweep: Sweep,
}

impl Training {
    fn row(&self, contestant: usize) -> Row {
        let at = (0..BATCHES.len()).filter_map(|batch| {
            let first = (contestant * BATCHES.len() + batch) * TRIED;
            let tried: Vec<Option<Summary>> =
                (first..first + TRIED).map(|plan| self.sweep.summary(plan)).collect();
            let losses: Vec<Option<f64>> = tried
                .iter()
                .map(|summary| summary.as_ref().and_then(|s| s.loss))
                .collect();
            let best = least(&losses)?;
            let summary = tried[best].as_ref()?;
            let (accuracy, error) = mean_and_error(&summary.accuracies);
            Some(At {
                batch: BATCHES[batch],
                steps: self.config.epochs * POINTS[0].div_ceil(BATCHES[batch]),
                rate: RATES[CONTESTANTS[contestant].1 + best],
                at_edge: best == 0 || best == TRIED - 1,
                loss: summary.loss?,
                accuracy,
                error,
                accuracies: summary.accuracies.clone(),
            })
        });
        Row { name: CONTESTANTS[contestant].0.name(), at: at.collect() }
    }
}

/// The mean of the differences at the largest batch, and its standard error.
fn gain(one: &Row, other: &Row) -> Option<[f64; 2]> {
    let (one, other) = (one.at.get(BATCHES.len() - 1)?, other.at.get(BATCHES.len() - 1)?);
    let pairs = one.accuracies.iter().zip(&other.accuracies);
    let differences: Vec<f64> = pairs.map(|(one, other)| one - other).collect();
    let (mean, error) = mean_and_error(&differences);
    Some([mean, error])
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        self.sweep.advance();
    }

    fn progress(&self) -> f64 {
        self.sweep.progress()
    }

    fn outcome(&self) -> Outcome {
        let [momentum, lars, adamw, lamb] = [0, 1, 2, 3].map(|index| self.row(index));
        Outcome {
            epochs: self.config.epochs,
            points: POINTS[0],
            seeds: self.config.seeds,
            progress: self.progress(),
            lars_gain: gain(&lars, &momentum),
            lamb_gain: gain(&lamb, &adamw),
            momentum,
            lars,
            adamw,
            lamb,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_steps_end_higher_for_everyone() {
        let outcome = Config::default().run();
        for row in outcome.rows() {
            let losses: Vec<f64> = row.at.iter().map(|at| at.loss).collect();
            assert_eq!(losses.len(), 4);
            // The least, of LARS, is half as much again.
            assert!(losses[3] > 1.3 * losses[0], "{}: {losses:?}", row.name);
        }
    }
}
