//! One schedule on wrong clocks: per update in place of per epoch, an epoch late, an
//! epoch early, and a factor that is applied in every epoch.

use super::decay_training::{BATCH, Moons, POINTS, UPDATES};
use super::schedule_curve::written;
use super::{Experiment, Setting};
use crate::data::{batches, seeded};
use crate::report::{Cell, Table};
use crate::schedules::{Schedule, StepDecay};
use serde::Serialize;

/// Epochs of a training.
pub const EPOCHS: usize = 30;

/// η₀.
const INITIAL: f64 = 1.0;

/// γ.
const FACTOR: f64 = 0.1;

/// N, in epochs.
const PERIOD: usize = 10;

/// How many networks are trained.
#[derive(Clone, Debug)]
pub struct Config {
    /// Data sets and first weights.
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { seeds: 10 }
    }
}

/// A row for each clock.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Networks.
    pub seeds: usize,
    /// Updates of an epoch.
    pub updates: usize,
    /// Per epoch; per update; an epoch late; an epoch early; in every epoch; no cut.
    pub rows: Vec<Row>,
}

/// A clock and what it makes of the schedule.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The clock.
    pub name: &'static str,
    /// The rate of the first update of epochs 9, 10 and 11.
    pub around: [f64; 3],
    /// The rate of the last update.
    pub last: f64,
    /// The mean training loss after the last epoch.
    pub loss: f64,
    /// On how many networks it is above that of the right clock.
    pub worse: usize,
}

/// The rate that a loop gives to an update.
type Clock = fn(&StepDecay, usize) -> f64;

/// What each clock reads at an update, and the schedule's rate there.
const CLOCKS: [(&str, Clock); 6] = [
    ("per epoch, t = epoch", |decay, update| decay.rate(update / UPDATES)),
    ("per update, t = update", |decay, update| decay.rate(update)),
    ("an epoch late: cut where t > N", |decay, update| {
        decay.rate((update / UPDATES).saturating_sub(1))
    }),
    ("an epoch early: t counted from 1", |decay, update| {
        decay.rate(update / UPDATES + 1)
    }),
    ("γ in every epoch from N on", |_, update| {
        let times = (update / UPDATES + 1).saturating_sub(PERIOD);
        INITIAL * FACTOR.powi(times as i32)
    }),
    ("no cut", |_, _| INITIAL),
];

fn train(seed: u64, rate: impl Fn(usize) -> f64) -> f64 {
    let (moons, mut theta) = Moons::new(seed);
    let mut random = seeded(1000 + seed);
    let mut update = 0;
    for _ in 0..EPOCHS {
        for batch in batches(POINTS, BATCH, &mut random) {
            let gradient = moons.gradient(&theta, &batch);
            theta.scaled_add(-rate(update), &gradient);
            update += 1;
        }
    }
    moons.loss(&theta)
}

impl Experiment for Config {
    const NAME: &'static str = "step-decay-clocks";
    const QUESTION: &'static str = "What does a schedule on a wrong clock cost?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("seeds", "networks", &mut self.seeds, 2..=10)]
    }

    fn run(&self) -> Outcome {
        let decay = StepDecay::new(INITIAL, FACTOR, PERIOD).expect("valid constants");
        let losses = CLOCKS.map(|(_, rate)| -> Vec<f64> {
            let seeds = 1..=self.seeds as u64;
            seeds.map(|seed| train(seed, |update| rate(&decay, update))).collect()
        });
        let rows = CLOCKS.iter().zip(&losses).map(|((name, rate), own)| Row {
            name,
            around: [9, 10, 11].map(|epoch| rate(&decay, epoch * UPDATES)),
            last: rate(&decay, EPOCHS * UPDATES - 1),
            loss: own.iter().sum::<f64>() / own.len() as f64,
            worse: own.iter().zip(&losses[0]).filter(|(own, right)| own > right).count(),
        });
        Outcome { seeds: self.seeds, updates: UPDATES, rows: rows.collect() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Two moons, {EPOCHS} epochs of {} updates, η₀ = {INITIAL}, γ = {FACTOR}, \
             N = {PERIOD} epochs, means of {} networks",
            outcome.updates, outcome.seeds
        );
        let headings = [
            "clock",
            "rate in epoch 9",
            "in epoch 10",
            "in epoch 11",
            "last rate",
            "training loss",
            "worse than the first on",
        ];
        let mut table = Table::new(title, &headings);
        for (index, row) in outcome.rows.iter().enumerate() {
            let mut cells = vec![row.name.into()];
            cells.extend(row.around.map(|rate| Cell::Number(written(rate))));
            cells.push(Cell::Number(written(row.last)));
            cells.push(Cell::number(row.loss, 3));
            let worse = format!("{} of {}", row.worse, outcome.seeds);
            cells.push(Cell::Number(if index == 0 { "–".into() } else { worse }));
            table.row(cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_clock_reads_what_its_name_says() {
        let rates: Vec<[f64; 3]> =
            Config { seeds: 2 }.run().rows.iter().map(|row| row.around).collect();
        let close = |a: f64, b: f64| (a - b).abs() < 1e-12 * b;
        for (got, expected) in rates.iter().zip([
            [1.0, 0.1, 0.1],
            [1e-18, 1e-20, 1e-22],
            [1.0, 1.0, 0.1],
            [0.1, 0.1, 0.1],
            [1.0, 0.1, 0.01],
            [1.0, 1.0, 1.0],
        ]) {
            for (got, expected) in got.iter().zip(expected) {
                assert!(close(*got, expected), "{got} for {expected}");
            }
        }
    }
}
