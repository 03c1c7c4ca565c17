//! Where noise and pull balance: the ball about a minimum that a constant rate does not
//! leave.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::report::{Cell, Table};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Steps that are shown.
pub const SHOWN: usize = 600;

/// Steps from which a variance is measured.
const MEASURED: usize = 20_000;

/// The rates of the sweep.
pub const RATES: [f64; 7] = [0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 1.5];

/// The batch sizes of the sweep.
pub const SIZES: [usize; 3] = [1, 4, 16];

/// σ, the standard deviation of the gradient of one sample.
pub const DEVIATION: f64 = 2.0;

/// ½θ² with a noisy gradient θ + σz/√b, z ~ N(0, 1).
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// b.
    pub batch: usize,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.2, batch: 1, seed: 1 }
    }
}

/// Two walks and a sweep.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// b.
    pub batch: usize,
    /// θ at every third step, at the constant rate.
    #[serde(skip)]
    pub constant: Vec<f64>,
    /// The same at the rate η/(1 + ηt).
    #[serde(skip)]
    pub falling: Vec<f64>,
    /// θ after the last of the shown steps, at both.
    pub last: [f64; 2],
    /// The mean of θ² over the second half of the shown steps, at the constant rate.
    pub constant_late: f64,
    /// The same at the falling rate.
    pub falling_late: f64,
    /// The stationary variance of θ at this rate and size, from many steps.
    pub measured: f64,
    /// ησ²/(b (2 − η)).
    pub formula: f64,
    /// Its root: the radius of the ball.
    pub radius: f64,
    /// For each size of the sweep, the measured variance at each rate.
    pub sweep: Vec<Vec<f64>>,
}

/// ησ²/(b (2 − η)), the stationary variance where λ = 1.
pub fn stationary_variance(rate: f64, batch: usize) -> f64 {
    rate * DEVIATION * DEVIATION / (batch as f64 * (2.0 - rate))
}

// ANCHOR: ball
/// θ after each of `steps` noisy steps from `start`, at a rate for each step.
fn noisy_walk(
    start: f64,
    batch: usize,
    steps: usize,
    seed: u64,
    rate: impl Fn(usize) -> f64,
) -> Vec<f64> {
    let mut random = seeded(seed);
    let mut theta = start;
    (0..steps)
        .map(|t| {
            let normal: f64 = StandardNormal.sample(&mut random);
            let gradient = theta + DEVIATION / (batch as f64).sqrt() * normal;
            theta -= rate(t) * gradient;
            theta
        })
        .collect()
}
// ANCHOR_END: ball

/// The mean square of numbers.
fn mean_square(values: &[f64]) -> f64 {
    values.iter().map(|value| value * value).sum::<f64>() / values.len() as f64
}

/// The variance of the stationary law, whose mean is 0, from many steps.
fn measure(rate: f64, batch: usize, seed: u64) -> f64 {
    // At the smallest rate, 500 steps shrink the start by 4 · 10⁻⁵.
    let walk = noisy_walk(0.0, batch, MEASURED + 500, seed, |_| rate);
    mean_square(&walk[500..])
}

impl Experiment for Config {
    const NAME: &'static str = "batch-ball";
    const QUESTION: &'static str =
        "How near to a minimum does a noisy gradient lead at a constant rate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.02..=1.5, 0.01)
                .logarithmic(),
            Setting::count("batch", "batch size b", &mut self.batch, 1..=64)
                .logarithmic(),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let (rate, batch, seed) = (self.rate, self.batch, self.seed);
        let constant = noisy_walk(10.0, batch, SHOWN, seed, |_| rate);
        let falling =
            noisy_walk(10.0, batch, SHOWN, seed, |t| rate / (1.0 + rate * t as f64));
        let thin = |walk: &[f64]| -> Vec<f64> {
            [10.0].into_iter().chain(walk.iter().skip(2).step_by(3).copied()).collect()
        };
        let formula = stationary_variance(rate, batch);
        let sweep = SIZES.map(|size| {
            RATES.map(|rate| measure(rate, size, seed + 1000 * size as u64)).to_vec()
        });
        Outcome {
            rate,
            batch,
            last: [constant[SHOWN - 1], falling[SHOWN - 1]],
            constant_late: mean_square(&constant[SHOWN / 2..]),
            falling_late: mean_square(&falling[SHOWN / 2..]),
            constant: thin(&constant),
            falling: thin(&falling),
            measured: measure(rate, batch, seed),
            formula,
            radius: formula.sqrt(),
            sweep: sweep.into(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Variance of θ over {MEASURED} steps, and ησ²/(b(2 − η)), σ = 2"),
            &[
                "rate η",
                "b = 1",
                "formula for b = 1",
                "b = 4",
                "formula for b = 4",
                "b = 16",
                "formula for b = 16",
            ],
        );
        for (index, &rate) in RATES.iter().enumerate() {
            let mut row = vec![Cell::Text(rate.to_string())];
            for (size, measured) in SIZES.iter().zip(&outcome.sweep) {
                row.push(Cell::number(measured[index], 3));
                row.push(Cell::number(stationary_variance(rate, *size), 3));
            }
            table.row(row);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variance_is_that_of_the_formula() {
        for seed in 1..=3 {
            let outcome = Config { seed, ..Config::default() }.run();
            for (size, measured) in SIZES.iter().zip(&outcome.sweep) {
                for (&rate, measured) in RATES.iter().zip(measured) {
                    // Steps are correlated with 1 − η: of 20 000 steps as many count as
                    // independent as N (1 − ρ²)/(1 + ρ²). Four standard errors.
                    let rho = (1.0 - rate) * (1.0 - rate);
                    let count = MEASURED as f64 * (1.0 - rho) / (1.0 + rho);
                    let error = measured / stationary_variance(rate, *size) - 1.0;
                    assert!(error.abs() < 4.0 * (2.0 / count).sqrt(), "{rate}: {error}");
                }
            }
        }
    }

    #[test]
    fn a_falling_rate_comes_nearer() {
        for seed in 1..=10 {
            let outcome = Config { seed, ..Config::default() }.run();
            assert!(outcome.falling_late < 0.5 * outcome.constant_late, "{seed}");
        }
    }
}
