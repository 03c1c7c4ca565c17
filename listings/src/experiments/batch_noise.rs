//! The gradient of a batch, drawn many times: how far it scatters about that of all
//! points.

use super::batch_line::{LineData, POINTS};
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::report::{Cell, Table};
use rand::seq::SliceRandom;
use rand::{Rng, RngExt};
use serde::Serialize;

/// The batch sizes of the sweep.
pub const SIZES: [usize; 9] = [1, 2, 4, 8, 16, 32, 64, 128, 200];

/// Batches that are drawn for each size.
const DRAWS: usize = 1000;

/// Batches that are shown.
const SHOWN: usize = 200;

/// Where, and how many points a batch has.
#[derive(Clone, Debug)]
pub struct Config {
    /// b.
    pub batch: usize,
    /// Whether a point may be drawn twice.
    pub replacement: bool,
    /// w.
    pub slope: f64,
    /// b of the line.
    pub intercept: f64,
    /// The seed of points and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { batch: 8, replacement: false, slope: 0.5, intercept: 0.3, seed: 1 }
    }
}

/// What the draws show.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// b.
    pub batch: usize,
    /// Whether a point may be drawn twice.
    pub replacement: bool,
    /// The gradient of all points.
    pub full: [f64; 2],
    /// Gradients of batches of this size.
    #[serde(skip)]
    pub cloud: Vec<(f64, f64)>,
    /// σ²: the variance of the gradient of one point, both coordinates together.
    pub variance_of_one: f64,
    /// The variance of the gradient of a batch of this size, measured.
    pub measured: f64,
    /// What the formula says.
    pub formula: f64,
    /// √(measured variance) over the size of the full gradient.
    pub relative: f64,
    /// The share of the batches of the cloud whose step leads uphill on all points.
    pub uphill: f64,
    /// One row for each size.
    pub sweep: Vec<Row>,
}

/// One batch size.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Row {
    /// b.
    pub size: usize,
    /// Drawn with replacement: measured, and σ²/b.
    pub with: [f64; 2],
    /// Without: measured, and σ²/b · (n − b)/(n − 1).
    pub without: [f64; 2],
    /// How far the mean of the draws is from the full gradient, in standard errors; the
    /// larger of the two coordinates, drawn with replacement.
    pub bias_in_errors: f64,
}

/// Mean gradients of batches.
fn batch_gradients(
    gradients: &[[f64; 2]],
    size: usize,
    replacement: bool,
    draws: usize,
    random: &mut impl Rng,
) -> Vec<[f64; 2]> {
    let mut order: Vec<usize> = (0..POINTS).collect();
    let mut drawn = vec![0; size];
    (0..draws)
        .map(|_| {
            if replacement {
                drawn.fill_with(|| random.random_range(0..POINTS));
            } else {
                let (chosen, _) = order.partial_shuffle(random, size);
                drawn.copy_from_slice(chosen);
            }
            let mut mean = [0.0; 2];
            for &index in &drawn {
                mean[0] += gradients[index][0] / size as f64;
                mean[1] += gradients[index][1] / size as f64;
            }
            mean
        })
        .collect()
}

/// The mean of gradients.
fn mean(gradients: &[[f64; 2]]) -> [f64; 2] {
    let n = gradients.len() as f64;
    [0, 1].map(|k| gradients.iter().map(|g| g[k]).sum::<f64>() / n)
}

/// The mean squared distance to a center.
fn variance(gradients: &[[f64; 2]], center: [f64; 2]) -> f64 {
    let square = |g: &[f64; 2]| (g[0] - center[0]).powi(2) + (g[1] - center[1]).powi(2);
    gradients.iter().map(square).sum::<f64>() / gradients.len() as f64
}

impl Experiment for Config {
    const NAME: &'static str = "batch-noise";
    const QUESTION: &'static str = "How far is the gradient of a batch from that of all?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { batch, replacement, slope, intercept, seed } = self;
        vec![
            Setting::count("batch", "batch size b", batch, 1..=200).logarithmic(),
            Setting::switch("replacement", "with replacement", replacement),
            Setting::real("slope", "slope w", slope, -1.0..=3.0, 0.1),
            Setting::real("intercept", "intercept", intercept, -2.5..=1.5, 0.1),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let data = LineData::new(self.seed);
        let gradients = data.gradients(self.slope, self.intercept);
        let full = mean(&gradients);
        let one = variance(&gradients, full);
        let formula = |size: usize, replacement: bool| {
            let (b, n) = (size as f64, POINTS as f64);
            one / b * if replacement { 1.0 } else { (n - b) / (n - 1.0) }
        };
        let mut random = seeded(self.seed + 1000);
        let mut draws = |size, replacement, draws| {
            batch_gradients(&gradients, size, replacement, draws, &mut random)
        };
        let cloud = draws(self.batch, self.replacement, DRAWS);
        let measured = variance(&cloud, full);
        let length = full[0].hypot(full[1]);
        let uphill = cloud.iter().filter(|g| g[0] * full[0] + g[1] * full[1] < 0.0);
        let row = |&size: &usize| {
            let (with, without) = (draws(size, true, DRAWS), draws(size, false, DRAWS));
            let center = mean(&with);
            let off = |k: usize| {
                let spread: f64 =
                    with.iter().map(|g| (g[k] - center[k]).powi(2)).sum::<f64>();
                (center[k] - full[k]).abs() * DRAWS as f64 / spread.sqrt()
            };
            Row {
                size,
                with: [variance(&with, full), formula(size, true)],
                without: [variance(&without, full), formula(size, false)],
                bias_in_errors: off(0).max(off(1)),
            }
        };
        Outcome {
            batch: self.batch,
            replacement: self.replacement,
            uphill: uphill.count() as f64 / DRAWS as f64,
            cloud: cloud[..SHOWN].iter().map(|g| (g[0], g[1])).collect(),
            variance_of_one: one,
            measured,
            formula: formula(self.batch, self.replacement),
            relative: if length == 0.0 { 0.0 } else { measured.sqrt() / length },
            sweep: SIZES.iter().map(row).collect(),
            full,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Variance of the gradient of a batch, {DRAWS} draws of each size"),
            &[
                "batch size b",
                "with replacement",
                "σ²/b",
                "without",
                "σ²/b · (n − b)/(n − 1)",
                "bias, in standard errors",
            ],
        );
        for row in &outcome.sweep {
            table.row(vec![
                Cell::Text(row.size.to_string()),
                Cell::number(row.with[0], 4),
                Cell::number(row.with[1], 4),
                Cell::number(row.without[0], 4),
                Cell::number(row.without[1], 4),
                Cell::number(row.bias_in_errors, 1),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_formulas_hold_at_every_size_whatever_the_seed() {
        for seed in 1..=5 {
            let outcome = Config { seed, ..Config::default() }.run();
            for row in &outcome.sweep {
                for [measured, formula] in [row.with, row.without] {
                    // A variance from 1000 draws of a skewed law, whose fourth moment is
                    // a few times that of a Gaussian: five errors of √(8/1000).
                    let error = (measured - formula).abs();
                    assert!(error <= 0.45 * formula + 1e-25, "{seed}: {row:?}");
                }
                // The larger of two coordinates.
                assert!(row.bias_in_errors < 4.5, "{seed}: {row:?}");
            }
        }
    }

    #[test]
    fn a_batch_of_all_points_has_no_noise_unless_points_are_drawn_twice() {
        let at =
            |replacement| Config { batch: 200, replacement, ..Config::default() }.run();
        // A mean of two hundred numbers below ten, in another order.
        assert!(at(false).measured < 1e-25);
        assert!(at(true).measured > 1e-3);
    }
}
