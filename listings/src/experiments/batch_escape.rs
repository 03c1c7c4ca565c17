//! Two wells and a noisy gradient: who leaves which well.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::report::{Cell, Format, Table};
use crate::surfaces::{DoubleWell, Objective};
use ndarray::array;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// The noise of the sweep.
pub const NOISES: [f64; 6] = [0.0, 0.5, 1.0, 2.0, 4.0, 8.0];

/// Walks of each kind.
const WALKS: usize = 200;

/// The tilt of the wells.
const TILT: f64 = 0.2;

/// Walks of so many steps at a constant rate.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// Steps of a walk.
    pub steps: usize,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.05, steps: 1000, seed: 1 }
    }
}

/// One row for each noise.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// Steps of a walk.
    pub steps: usize,
    /// Walks of each kind.
    pub walks: usize,
    /// L(shallow), L(deep), L(pass).
    pub levels: [f64; 3],
    /// In the order of [`NOISES`].
    pub rows: Vec<Row>,
    /// L(shallow) − L(deep): what an escape wins.
    pub prize: f64,
}

/// One standard deviation of the noise.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// σ.
    pub noise: f64,
    /// The share of the walks from the shallow minimum that end on the deep side.
    pub out_of_shallow: f64,
    /// The share of the walks from the deep minimum that end on the shallow side.
    pub out_of_deep: f64,
    /// The mean loss in the end, of walks from both, above that of the deep minimum.
    pub excess: f64,
}

impl Config {
    /// Where a walk with noise ends.
    fn walk(&self, start: f64, noise: f64, seed: u64) -> f64 {
        let mut random = seeded(seed);
        (0..self.steps).fold(start, |x, _| {
            let normal: f64 = StandardNormal.sample(&mut random);
            let next = x - self.rate * (x * x * x - x + TILT + noise * normal);
            // Far out the slope is so steep that a step would overshoot: a wall keeps the
            // walk where the wells are.
            next.clamp(-2.5, 2.5)
        })
    }
}

impl Experiment for Config {
    const NAME: &'static str = "batch-escape";
    const QUESTION: &'static str = "Does noise lead out of a bad minimum?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.01..=0.1, 0.01),
            Setting::count("steps", "steps", &mut self.steps, 100..=2000),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let wells = DoubleWell::new(TILT).expect("a tilt with two wells");
        let (shallow, deep, pass) = (wells.shallow(), wells.deep(), wells.pass());
        let value = |x: f64| wells.value(&array![x]);
        let row = |noise: f64| {
            let ends = |start: f64, salt: u64| -> Vec<f64> {
                let seed = |walk: usize| self.seed + 1000 * walk as u64 + salt;
                (0..WALKS).map(|walk| self.walk(start, noise, seed(walk))).collect()
            };
            let (right, left) = (ends(shallow, 0), ends(deep, 500));
            let share = |ends: &[f64], is_out: fn(f64, f64) -> bool| {
                let out = ends.iter().filter(|x| is_out(**x, pass)).count();
                out as f64 / WALKS as f64
            };
            let losses = right.iter().chain(&left).map(|&x| value(x) - value(deep));
            Row {
                noise,
                out_of_shallow: share(&right, |x, pass| x < pass),
                out_of_deep: share(&left, |x, pass| x > pass),
                excess: losses.sum::<f64>() / (2 * WALKS) as f64,
            }
        };
        Outcome {
            rate: self.rate,
            steps: self.steps,
            walks: WALKS,
            levels: [value(shallow), value(deep), value(pass)],
            rows: NOISES.map(row).into(),
            prize: value(shallow) - value(deep),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Two wells, {} walks from each, {} steps at η = {}",
                outcome.walks, outcome.steps, outcome.rate
            ),
            &[
                "noise σ",
                "left the shallow well",
                "left the deep well",
                "mean loss in the end, above the least",
            ],
        );
        let percent = |share: f64| Cell::Number(Format::percent(0).apply(share));
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(row.noise.to_string()),
                percent(row.out_of_shallow),
                percent(row.out_of_deep),
                Cell::number(row.excess, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn noise_leads_out_of_the_shallow_well_first_and_then_out_of_both() {
        let rows = Config::default().run().rows;
        assert_eq!((rows[0].out_of_shallow, rows[0].out_of_deep), (0.0, 0.0));
        assert!(rows[2].out_of_shallow > 0.1 && rows[2].out_of_deep == 0.0, "{rows:?}");
        let wild = &rows[5];
        assert!(wild.out_of_deep > 0.2 && wild.excess > rows[3].excess, "{rows:?}");
    }
}
