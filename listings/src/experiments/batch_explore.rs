//! Two wells made of samples: which batch sizes leave the shallow one, at which rate.
//!
//! ℓᵢ(x) = ¼x⁴ − ½x² + τx + aᵢx with Σ aᵢ = 0, so that the mean over all samples is the
//! double well, and the gradient of a batch has a noise of variance σ²/b.

use super::{Experiment, Setting};
use crate::data::{batches, gaussian, seeded};
use crate::report::{Cell, Format, Table, number};
use crate::surfaces::DoubleWell;
use ndarray::Array1;
use serde::Serialize;

/// Samples.
pub const SAMPLES: usize = 1000;

/// Batch sizes, up to all samples.
pub const SIZES: [usize; 4] = [1, 4, 16, SAMPLES];

/// Walks of each kind.
const WALKS: usize = 200;

/// The tilt of the wells.
const TILT: f64 = 0.2;

/// Half of the border of stability in the deep well: no walk of the table is beyond it.
const LARGEST_RATE: f64 = 0.4;

/// Walks from the shallow well at constant rates.
#[derive(Clone, Debug)]
pub struct Config {
    /// η of single samples.
    pub rate: f64,
    /// σ: the spread of the aᵢ.
    pub spread: f64,
    /// Passes of single samples through the data.
    pub epochs: usize,
    /// The seed of samples and orders.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.01, spread: 4.2, epochs: 6, seed: 1 }
    }
}

/// One row for each batch size.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η of single samples.
    pub rate: f64,
    /// σ.
    pub spread: f64,
    /// Steps of the walks at one rate.
    pub steps: usize,
    /// Walks of each kind.
    pub walks: usize,
    /// In the order of [`SIZES`].
    pub rows: Vec<Row>,
    /// The standard error of a share of one half.
    pub standard_error: f64,
}

/// One batch size.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// b.
    pub size: usize,
    /// The share that leaves at the rate of single samples, in as many steps.
    pub same_rate: f64,
    /// b times the rate of single samples.
    pub scaled_rate: f64,
    /// The share that leaves at that rate, with as many samples seen; absent where the
    /// rate is too large for the wells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scaled: Option<f64>,
}

impl Config {
    /// Where a walk ends.
    fn walk(
        &self,
        slopes: &Array1<f64>,
        start: f64,
        (size, rate, steps): (usize, f64, usize),
        seed: u64,
    ) -> f64 {
        let mut random = seeded(seed);
        let (mut x, mut left) = (start, steps);
        while left > 0 {
            for batch in batches(SAMPLES, size, &mut random).into_iter().take(left) {
                let sum: f64 = batch.iter().map(|&i| slopes[i]).sum();
                let noise = sum / batch.len() as f64;
                // A wall keeps the walk where the wells are, as far out a step would
                // overshoot.
                x = (x - rate * (x * x * x - x + TILT + noise)).clamp(-2.5, 2.5);
                left -= 1;
            }
        }
        x
    }
}

impl Experiment for Config {
    const NAME: &'static str = "batch-explore";
    const QUESTION: &'static str = "Do small batches leave a bad minimum?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.001..=0.02, 0.001),
            Setting::real("spread", "spread σ", &mut self.spread, 0.0..=8.0, 0.2),
            Setting::count("epochs", "epochs", &mut self.epochs, 1..=20),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let wells = DoubleWell::new(TILT).expect("a tilt with two wells");
        let (start, pass) = (wells.shallow(), wells.pass());
        let drawn = gaussian(1, SAMPLES, self.spread, &mut seeded(self.seed));
        let drawn = drawn.row(0).to_owned();
        let slopes = &drawn - drawn.sum() / SAMPLES as f64;
        let steps = self.epochs * SAMPLES;
        let share = |size: usize, rate: f64, steps: usize| {
            // With all samples every walk is the same.
            let walks = if size == SAMPLES { 1 } else { WALKS };
            // Orders of their own: with those of another size, walks at rates in proportion
            // would be nearly the same walks.
            let seed = |walk: usize| self.seed + 1000 * (walk as u64 + 1) + size as u64;
            let ends = (0..walks)
                .map(|walk| self.walk(&slopes, start, (size, rate, steps), seed(walk)));
            ends.filter(|&x| x < pass).count() as f64 / walks as f64
        };
        let row = |size: usize| {
            let scaled_rate = self.rate * size as f64;
            let is_stable = scaled_rate <= LARGEST_RATE;
            Row {
                size,
                same_rate: share(size, self.rate, steps),
                scaled_rate,
                scaled: is_stable.then(|| share(size, scaled_rate, steps.div_ceil(size))),
            }
        };
        Outcome {
            rate: self.rate,
            spread: self.spread,
            steps,
            walks: WALKS,
            rows: SIZES.map(row).into(),
            standard_error: 0.5 / (WALKS as f64).sqrt(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Two wells of {SAMPLES} samples with a spread of {}: who leaves the shallow one, of {} \
                 walks",
                outcome.spread, outcome.walks
            ),
            &[
                "batch size",
                "steps at one rate",
                "left",
                "rate in proportion",
                "steps for as many samples",
                "left then",
            ],
        );
        let percent = |share: f64| Format::percent(0).apply(share);
        for row in &outcome.rows {
            let (rate, steps, left) = match row.scaled {
                Some(scaled) => (
                    number(row.scaled_rate, 3),
                    outcome.steps.div_ceil(row.size).to_string(),
                    percent(scaled),
                ),
                None => {
                    let dash = || String::from("–");
                    ("beyond the border".into(), dash(), dash())
                }
            };
            table.row(vec![
                Cell::count(row.size),
                Cell::Number(format!("{} at {}", outcome.steps, outcome.rate)),
                Cell::Number(percent(row.same_rate)),
                Cell::Number(rate),
                Cell::Number(steps),
                Cell::Number(left),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_spread_nobody_leaves() {
        let outcome = Config { spread: 0.0, epochs: 1, ..Config::default() }.run();
        assert!(outcome.rows.iter().all(|row| row.same_rate == 0.0));
    }

    #[test]
    fn a_larger_batch_leaves_less_often_at_one_rate_and_as_often_in_proportion() {
        let outcome = Config::default().run();
        let rows = &outcome.rows;
        let error = 2_f64.sqrt() * outcome.standard_error;
        assert!(rows[0].same_rate > rows[2].same_rate + 4.0 * error, "{rows:?}");
        let scaled = rows[1].scaled.expect("a rate of 0.04");
        assert!((scaled - rows[0].same_rate).abs() < 4.0 * error, "{rows:?}");
        assert!(rows[3].scaled.is_none() && rows[3].same_rate == 0.0);
    }
}
