//! Cosines of the right and the wrong length on a network, over ten seeds.

use super::race_training::moons;
use super::racer::Racer;
use super::scheduled_training::Pupil;
use super::{Experiment, Setting};
use crate::report::{Cell, Format, Table};
use crate::schedules::{Constant, Cosine, Linear, Schedule};
use serde::Serialize;

/// Seeds: of points, first weights and batches.
pub const SEEDS: u64 = 10;

/// n, the steps that are taken.
pub const STEPS: usize = 400;

const WIDTHS: [usize; 3] = [2, 16, 2];
const POINTS: usize = 200;
const NOISE: f64 = 0.2;

/// The rate and the batch.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀ of gradient descent.
    pub rate: f64,
    /// Points a batch.
    pub batch: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 1.0, batch: 8 }
    }
}

/// One row a schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η₀.
    pub rate: f64,
    /// n.
    pub steps: usize,
    /// Seeds.
    pub seeds: usize,
    /// The rows, the cosine with T = n first.
    pub rows: Vec<Row>,
}

/// What a schedule comes to.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The schedule.
    pub name: &'static str,
    /// The training loss in the end, mean over the seeds.
    pub loss: f64,
    /// The seeds on which it is above that of the cosine with T = n.
    pub worse: usize,
    /// The share of the way Σ‖Δθ‖ that is gone in each quarter, mean over the seeds.
    pub way: [f64; 4],
    /// The training loss of each seed.
    #[serde(skip)]
    pub losses: Vec<f64>,
}

impl Config {
    /// The training loss in the end, and the way in each quarter.
    fn train(&self, schedule: &dyn Schedule, seed: u64) -> (f64, [f64; 4]) {
        let [train, _] = moons([POINTS, 0], NOISE, seed);
        let descent = Racer::GradientDescent;
        let mut pupil = Pupil::new(&WIDTHS, descent, train, self.batch, seed);
        let mut way = [0.0; 4];
        for step in 0..STEPS {
            way[4 * step / STEPS] += pupil.step(schedule.rate(step));
        }
        let all: f64 = way.iter().sum();
        (pupil.training_loss().unwrap_or(1e6), way.map(|part| part / all.max(1e-300)))
    }

    fn row(&self, name: &'static str, schedule: &dyn Schedule) -> Row {
        let runs: Vec<_> = (1..=SEEDS).map(|seed| self.train(schedule, seed)).collect();
        let count = runs.len() as f64;
        let losses: Vec<f64> = runs.iter().map(|run| run.0).collect();
        let quarter = |i: usize| runs.iter().map(|run| run.1[i]).sum::<f64>() / count;
        Row {
            name,
            loss: losses.iter().sum::<f64>() / count,
            worse: 0,
            way: [0, 1, 2, 3].map(quarter),
            losses,
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "cosine-network";
    const QUESTION: &'static str =
        "What does a wrong T cost on a network, and where are its steps?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "η₀", &mut self.rate, 0.1..=2.0, 0.1),
            Setting::count("batch", "batch", &mut self.batch, 4..=40),
        ]
    }

    fn run(&self) -> Outcome {
        let cosine = |horizon| {
            Cosine::new(self.rate, 0.0, horizon).expect("a rate of the settings")
        };
        let line = Linear::new(self.rate, 0.0, STEPS).expect("a rate of the settings");
        let constant = Constant::new(self.rate).expect("a rate of the settings");
        let mut rows = vec![
            self.row("cosine, T = n", &cosine(STEPS)),
            self.row("T = n/2, held", &cosine(STEPS / 2)),
            self.row("T = n/2, swinging", &cosine(STEPS / 2).swinging()),
            self.row("T = 2n, cut off", &cosine(2 * STEPS)),
            self.row("straight line", &line),
            self.row("constant", &constant),
        ];
        let right = rows[0].losses.clone();
        for row in &mut rows {
            let pairs = row.losses.iter().zip(&right);
            row.worse = pairs.filter(|(own, right)| own > right).count();
        }
        Outcome { rate: self.rate, steps: STEPS, seeds: SEEDS as usize, rows }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Two moons, {} steps from η₀ = {}, means of {} seeds",
            outcome.steps, outcome.rate, outcome.seeds
        );
        let headings = [
            "schedule",
            "training loss",
            "worse than T = n on",
            "way in quarter 1",
            "2",
            "3",
            "4",
        ];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let mut cells = vec![
                row.name.into(),
                Cell::number(row.loss, 3),
                Cell::Number(format!("{} of {}", row.worse, outcome.seeds)),
            ];
            let way = row.way.iter();
            cells.extend(way.map(|s| Cell::Number(Format::percent(0).apply(*s))));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_the_way_is_in_the_quarters() {
        for row in Config::default().run().rows {
            // Ten sums of four shares each.
            assert!((row.way.iter().sum::<f64>() - 1.0).abs() < 1e-14, "{row:?}");
        }
    }

    #[test]
    fn a_rate_that_is_zero_moves_nothing() {
        let held = Cosine::new(1.0, 0.0, STEPS / 2).unwrap();
        let (_, way) = Config::default().train(&held, 1);
        assert_eq!((way[2], way[3]), (0.0, 0.0));
    }
}
