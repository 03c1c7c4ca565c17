//! Ever higher peaks with and without a warm-up, over ten seeds.

use super::race_training::moons;
use super::racer::Racer;
use super::scheduled_training::{Pupil, median};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use crate::schedules::{Cosine, Schedule, Warmup};
use serde::Serialize;

/// Seeds: of points, first weights and batches.
pub const SEEDS: u64 = 10;

/// T.
pub const STEPS: usize = 100;

/// Three hidden layers and no normalization: touchy on purpose.
pub const WIDTHS: [usize; 5] = [2, 16, 16, 16, 2];

/// Training points.
pub const POINTS: usize = 200;

/// Their noise.
pub const NOISE: f64 = 0.1;

/// Points a batch.
pub const BATCH: usize = 20;

/// A training loss above this is a failure: a straight line through the moons does better.
pub const FAILED: f64 = 0.3;

/// The peaks of each optimizer, each about three times the one before.
const PEAKS: [(Racer, [f64; 5]); 2] = [
    (Racer::Momentum, [0.01, 0.03, 0.1, 0.3, 1.0]),
    (Racer::Adam, [0.003, 0.01, 0.03, 0.1, 0.3]),
];

/// The length of the warm-up.
#[derive(Clone, Debug)]
pub struct Config {
    /// W.
    pub warmup: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { warmup: 10 }
    }
}

/// One row an optimizer and a peak.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// W.
    pub warmup: usize,
    /// T.
    pub steps: usize,
    /// Seeds.
    pub seeds: usize,
    /// The rows: momentum, then Adam, each by its peaks.
    pub rows: Vec<Row>,
    /// The highest peak of momentum at which at most one seed fails, without and with.
    pub momentum: [f64; 2],
    /// The same of Adam.
    pub adam: [f64; 2],
}

/// A peak without and with warm-up.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The optimizer.
    pub name: &'static str,
    /// The peak.
    pub peak: f64,
    /// Without.
    pub cold: Tried,
    /// With.
    pub warm: Tried,
}

/// What became of the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Tried {
    /// The median of the training losses in the end; ln 2 where there is none.
    pub loss: f64,
    /// The seeds whose loss is above [`FAILED`] in the end, or not finite.
    pub failed: usize,
}

/// The training losses in the end, of all seeds, under a schedule.
pub fn losses(racer: Racer, schedule: &dyn Schedule, steps: usize) -> Vec<f64> {
    let train = |seed: u64| {
        let [train, _] = moons([POINTS, 0], NOISE, seed);
        let mut pupil = Pupil::new(&WIDTHS, racer, train, BATCH, seed);
        for step in 0..steps {
            pupil.step(schedule.rate(step));
        }
        // One that has diverged knows nothing.
        pupil.training_loss().unwrap_or(std::f64::consts::LN_2)
    };
    (1..=SEEDS).map(train).collect()
}

/// A cosine to 0 at T behind a warm-up of W steps from 0; the first rate is one step up.
pub fn warmed(peak: f64, warmup: usize, steps: usize) -> impl Schedule {
    let cosine = Cosine::new(peak, 0.0, steps - warmup).expect("a peak above zero");
    let from = 1.0 / warmup.max(1) as f64;
    Warmup::new(warmup, from, cosine).expect("a share")
}

/// Median and failures.
pub fn tried(losses: &[f64]) -> Tried {
    let failed = losses.iter().filter(|&&loss| loss > FAILED).count();
    Tried { loss: median(losses), failed }
}

impl Experiment for Config {
    const NAME: &'static str = "warmup-peaks";
    const QUESTION: &'static str = "Does a warm-up let the peak rate be higher?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("warmup", "warm-up W", &mut self.warmup, 1..=50)]
    }

    fn run(&self) -> Outcome {
        let mut rows = Vec::new();
        for (racer, peaks) in PEAKS {
            for peak in peaks {
                let run = |warmup| tried(&losses(racer, &warmed(peak, warmup, STEPS), STEPS));
                let (cold, warm) = (run(0), run(self.warmup));
                rows.push(Row { name: racer.name(), peak, cold, warm });
            }
        }
        let highest = |racer: Racer, of: fn(&Row) -> &Tried| {
            let own = rows.iter().filter(|row| row.name == racer.name());
            let good = own.take_while(|row| of(row).failed <= 1);
            good.last().map_or(0.0, |row| row.peak)
        };
        let both = |racer| [highest(racer, |row| &row.cold), highest(racer, |row| &row.warm)];
        let (momentum, adam) = (both(Racer::Momentum), both(Racer::Adam));
        Outcome {
            warmup: self.warmup,
            steps: STEPS,
            seeds: SEEDS as usize,
            rows,
            momentum,
            adam,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "{} steps of a network of three hidden layers, {} seeds, without and with {} steps of warm-up",
            outcome.steps, outcome.seeds, outcome.warmup
        );
        let headings = [
            "optimizer",
            "peak",
            "median loss without",
            "failures without",
            "median loss with",
            "failures with",
        ];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                row.name.into(),
                Cell::Number(row.peak.to_string()),
                Cell::number(row.cold.loss, 3),
                Cell::count(row.cold.failed),
                Cell::number(row.warm.loss, 3),
                Cell::count(row.warm.failed),
            ]);
        }
        table
    }
}
