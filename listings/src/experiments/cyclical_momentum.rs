//! 1cycle's rates with five momenta: fixed, moving against the rate, and with it.

use super::cyclical_budget::tasks;
use super::cyclical_training::{Betas, Task};
use super::{Experiment, Setting};
use crate::report::{Cell, Table, number};
use crate::schedules::OneCycle;
use serde::Serialize;

/// Seeds that are averaged.
pub const SEEDS: usize = 10;

/// The peaks that are tried, each twice the one before.
pub const PEAKS: [f64; 5] = [0.1, 0.2, 0.4, 0.8, 1.6];

/// The budget.
#[derive(Clone, Debug)]
pub struct Config {
    /// T.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { steps: 200 }
    }
}

/// A row a momentum.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// T.
    pub steps: usize,
    /// Seeds that are averaged.
    pub seeds: usize,
    /// β = 0.85.
    pub low: Row,
    /// β = 0.9.
    pub middle: Row,
    /// β = 0.95.
    pub high: Row,
    /// 0.95, 0.85 at the peak, 0.95.
    pub against: Row,
    /// 0.85, 0.95 at the peak, 0.85.
    pub along: Row,
}

/// One momentum at all peaks.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What it is.
    pub name: &'static str,
    /// The training loss at each peak, a mean over the seeds.
    pub losses: Vec<f64>,
    /// The peak of the lowest.
    pub best_peak: f64,
    /// The lowest.
    pub best: f64,
    /// The standard error of the lowest.
    pub standard_error: f64,
    /// The loss at the peak 0.8.
    pub at_large: f64,
}

impl Outcome {
    /// All five, in the order of the table.
    pub fn all(&self) -> [&Row; 5] {
        [&self.low, &self.middle, &self.high, &self.against, &self.along]
    }
}

/// What β does while the rate makes its cycle.
#[derive(Clone, Copy)]
enum Momentum {
    Fixed(f64),
    Against,
    Along,
}

impl Momentum {
    fn betas(self, cycle: OneCycle) -> Betas {
        match self {
            Self::Fixed(beta) => Box::new(move |_| beta),
            Self::Against => Box::new(move |step| cycle.momentum(step, 0.85, 0.95)),
            // With the bounds in the other order it is low at the ends.
            Self::Along => Box::new(move |step| cycle.momentum(step, 0.95, 0.85)),
        }
    }
}

impl Config {
    fn row(&self, name: &'static str, momentum: Momentum, tasks: &[Task]) -> Row {
        let losses_at = |peak: f64| -> Vec<f64> {
            let cycle = OneCycle::new(peak, self.steps).expect("a peak of the list");
            let train = |task: &Task| {
                task.train(&cycle, momentum.betas(cycle), self.steps, 0).train_loss
            };
            tasks.iter().map(train).collect()
        };
        let mean = |losses: &[f64]| losses.iter().sum::<f64>() / losses.len() as f64;
        let all = PEAKS.map(losses_at);
        let means = all.each_ref().map(|losses| mean(losses));
        let lower =
            |best: usize, at: usize| if means[at] < means[best] { at } else { best };
        let best = (0..PEAKS.len()).fold(0, lower);
        let deviations = all[best].iter().map(|loss| (loss - means[best]).powi(2));
        let count = SEEDS as f64;
        let variance = deviations.sum::<f64>() / (count - 1.0);
        Row {
            name,
            best_peak: PEAKS[best],
            best: means[best],
            standard_error: (variance / count).sqrt(),
            at_large: means[3],
            losses: means.into(),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cyclical-momentum";
    const QUESTION: &'static str =
        "What is the cycle of the momentum for, when each has its best peak?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("steps", "steps T", &mut self.steps, 50..=400)]
    }

    fn run(&self) -> Outcome {
        let tasks = tasks(1, SEEDS);
        Outcome {
            steps: self.steps,
            seeds: SEEDS,
            low: self.row("0.85 throughout", Momentum::Fixed(0.85), &tasks),
            middle: self.row("0.9 throughout", Momentum::Fixed(0.9), &tasks),
            high: self.row("0.95 throughout", Momentum::Fixed(0.95), &tasks),
            against: self.row("0.95, 0.85, 0.95: against", Momentum::Against, &tasks),
            along: self.row("0.85, 0.95, 0.85: along", Momentum::Along, &tasks),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Training loss after one cycle of {} steps, means of {} seeds",
                outcome.steps, outcome.seeds
            ),
            &[
                "momentum",
                "peak 0.1",
                "peak 0.2",
                "peak 0.4",
                "peak 0.8",
                "peak 1.6",
                "lowest, with its standard error",
            ],
        );
        for row in outcome.all() {
            let mut cells = vec![row.name.into()];
            cells.extend(row.losses.iter().map(|&loss| Cell::number(loss, 3)));
            cells.push(Cell::Number(format!(
                "{} ± {}",
                number(row.best, 3),
                number(row.standard_error, 3)
            )));
            table.row(cells);
        }
        table
    }
}
