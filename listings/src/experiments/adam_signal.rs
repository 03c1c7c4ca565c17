//! The mean step of Adam where a gradient is signal with noise.

use super::Experiment;
use super::Setting;
use crate::data::seeded;
use crate::optimizers::{Adam, Optimizer};
use crate::report::{Cell, Table};
use ndarray::array;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Standard deviations of the noise about a gradient of 1.
const NOISES: [f64; 6] = [0.0, 0.3, 1.0, 3.0, 10.0, 30.0];

/// How many steps are averaged, after as many that are not as v needs.
const STEPS: usize = 20_000;
const SKIPPED: usize = 5_000;

/// A gradient of 1 with noise of several sizes.
#[derive(Clone, Debug)]
pub struct Config {
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { seed: 1 }
    }
}

/// One row a size of noise.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The rows.
    pub rows: Vec<Row>,
}

/// Adam's steps at one size of noise, over η.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// σ.
    pub noise: f64,
    /// The mean step downhill.
    pub mean: f64,
    /// 1/√(1 + σ²).
    pub expected: f64,
    /// The root of the mean square of the step.
    pub size: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "adam-signal";
    const QUESTION: &'static str = "How does Adam's step depend on signal and noise?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::seed(&mut self.seed)]
    }

    fn run(&self) -> Outcome {
        let row = |noise: f64| {
            let (mut random, mut adam) = (seeded(self.seed), Adam::default());
            let (mut sum, mut squares) = (0.0, 0.0);
            for step in 0..SKIPPED + STEPS {
                let normal: f64 = StandardNormal.sample(&mut random);
                let mut theta = array![0.0];
                adam.step(1.0, &mut theta, &array![1.0 + noise * normal]);
                if step >= SKIPPED {
                    sum -= theta[0];
                    squares += theta[0] * theta[0];
                }
            }
            Row {
                noise,
                mean: sum / STEPS as f64,
                expected: 1.0 / (1.0 + noise * noise).sqrt(),
                size: (squares / STEPS as f64).sqrt(),
            }
        };
        Outcome { rows: NOISES.into_iter().map(row).collect() }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "Steps of Adam over η, where the gradient is 1 with noise σ",
            &["noise σ", "mean step", "1/√(1 + σ²)", "size of a step"],
        );
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(format!("{}", row.noise)),
                Cell::number(row.mean, 2),
                Cell::number(row.expected, 2),
                Cell::number(row.size, 2),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_noise_every_step_is_the_rate_and_noise_makes_the_mean_smaller() {
        for seed in 1..=5 {
            let rows = Config { seed }.run().rows;
            assert!(
                (rows[0].mean - 1.0).abs() < 1e-6 && (rows[0].size - 1.0).abs() < 1e-6
            );
            assert!(rows.windows(2).all(|pair| pair[0].mean > pair[1].mean));
            for row in &rows {
                // Four standard errors of the mean of 20 000 gradients are σ/35, over
                // √(1 + σ²): at most 0.03.
                assert!((row.mean - row.expected).abs() < 0.03, "{row:?}");
            }
        }
    }
}
