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
pub const STEPS: usize = 60;

/// Three hidden layers and no normalization: touchy on purpose.
pub const WIDTHS: [usize; 5] = [2, 16, 16, 16, 2];

/// Training points.
pub const POINTS: usize = 100;

/// Their noise.
pub const NOISE: f64 = 0.1;

/// Points a batch.
pub const BATCH: usize = 50;

/// A training loss above this is a failure: a straight line through the moons does better.
pub const FAILED: f64 = 0.3;

/// The peaks of each optimizer, up to where it fails.
const PEAKS: [(Racer, [f64; 4]); 3] = [
    (Racer::GradientDescent, [1.0, 1.5, 2.0, 3.0]),
    (Racer::Momentum, [0.2, 0.3, 0.45, 0.6]),
    (Racer::Adam, [0.1, 0.3, 0.5, 0.7]),
];

/// The length of the warm-up.
#[derive(Clone, Debug)]
pub struct Config {
    /// W.
    pub warmup: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { warmup: 12 }
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
    /// The rows: gradient descent, momentum, Adam, each by its peaks.
    pub rows: Vec<Row>,
    /// What each optimizer gains.
    pub gains: Vec<Gain>,
}

/// What a warm-up gains an optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Gain {
    /// The optimizer.
    pub name: &'static str,
    /// The highest peak up to which no more than one seed fails, without.
    pub cold: f64,
    /// The same with warm-up.
    pub warm: f64,
    /// Failures over all peaks, without.
    pub cold_failed: usize,
    /// The same with warm-up.
    pub warm_failed: usize,
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
        vec![Setting::count("warmup", "warm-up W", &mut self.warmup, 1..=40)]
    }

    fn run(&self) -> Outcome {
        let mut rows = Vec::new();
        for (racer, peaks) in PEAKS {
            for peak in peaks {
                let run =
                    |warmup| tried(&losses(racer, &warmed(peak, warmup, STEPS), STEPS));
                let (cold, warm) = (run(0), run(self.warmup));
                rows.push(Row { name: racer.name(), peak, cold, warm });
            }
        }
        let gain = |(racer, _): (Racer, [f64; 4])| {
            let own: Vec<&Row> =
                rows.iter().filter(|row| row.name == racer.name()).collect();
            let highest = |of: fn(&Row) -> &Tried| {
                let good = own.iter().take_while(|row| of(row).failed <= 1);
                good.last().map_or(0.0, |row| row.peak)
            };
            let failed =
                |of: fn(&Row) -> &Tried| own.iter().map(|row| of(row).failed).sum();
            Gain {
                name: racer.name(),
                cold: highest(|row| &row.cold),
                warm: highest(|row| &row.warm),
                cold_failed: failed(|row| &row.cold),
                warm_failed: failed(|row| &row.warm),
            }
        };
        let gains = PEAKS.map(gain).into();
        let (warmup, seeds) = (self.warmup, SEEDS as usize);
        Outcome { warmup, steps: STEPS, seeds, rows, gains }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "{} steps of a deep network, {} seeds, without and with {} of warm-up",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_warm_up_ends_at_the_peak_and_no_step_is_wasted() {
        let schedule = warmed(0.3, 12, STEPS);
        assert!((schedule.rate(0) - 0.3 / 12.0).abs() < 1e-16);
        assert_eq!(schedule.rate(12), 0.3);
        assert!((0..12).all(|step| schedule.rate(step) < schedule.rate(step + 1)));
        assert_eq!(warmed(0.3, 0, STEPS).rate(0), 0.3);
    }

    #[test]
    fn failures_are_losses_above_the_line() {
        let tried = tried(&[0.1, 0.2, 0.31, 0.69]);
        assert_eq!(tried.failed, 2);
        assert!((tried.loss - 0.255).abs() < 1e-15);
    }
}
