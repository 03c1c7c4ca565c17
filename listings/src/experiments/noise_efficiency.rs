//! Which estimate of a center is sharpest under which noise: mean, median, or Huber's.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::{Huber, MeanAbsoluteError, MeanSquaredError};
use crate::report::{Cell, Table};
use crate::solvers::best_constant;
use rand::Rng;
use rand_distr::{Distribution, Exp1, StandardNormal};
use serde::Serialize;

/// Many samples of a few values about zero, under three kinds of noise of standard
/// deviation 1 before contamination.
#[derive(Clone, Debug)]
pub struct Config {
    /// Values in a sample.
    pub samples: usize,
    /// How many samples.
    pub repeats: usize,
    /// Huber's threshold δ, in standard deviations of the noise.
    pub delta: f64,
    /// The seed.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { samples: 25, repeats: 4000, delta: 1.345, seed: 1 }
    }
}

/// Root mean square errors of the three estimates under three kinds of noise.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Values in a sample.
    pub samples: usize,
    /// How many samples.
    pub repeats: usize,
    /// Huber's threshold δ.
    pub delta: f64,
    /// Gaussian noise.
    pub gaussian: Errors,
    /// Laplace noise.
    pub laplace: Errors,
    /// Gaussian noise of which every tenth value, on average, is ten times as wide.
    pub contaminated: Errors,
}

/// Root mean square error of each estimate.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Errors {
    /// Of the mean, which minimizes squared error.
    pub mean: f64,
    /// Of the median, which minimizes absolute error.
    pub median: f64,
    /// Of the minimizer of the Huber loss.
    pub huber: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "noise-efficiency";
    const QUESTION: &'static str =
        "Which loss gives the sharpest estimate under which noise?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("samples", "values in a sample", &mut self.samples, 3..=201),
            Setting::count("repeats", "samples", &mut self.repeats, 10..=10_000),
            Setting::real("delta", "Huber threshold δ", &mut self.delta, 0.1..=10.0, 0.1),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let gaussian =
            |random: &mut rand_pcg::Pcg64| -> f64 { StandardNormal.sample(random) };
        Outcome {
            samples: self.samples,
            repeats: self.repeats,
            delta: self.delta,
            gaussian: self.errors(gaussian),
            laplace: self.errors(|random| {
                let size: f64 = Exp1.sample(random);
                // A Laplace variable of scale 1/√2 has standard deviation 1.
                (if random.next_u32() & 1 == 0 { size } else { -size }) / 2.0_f64.sqrt()
            }),
            contaminated: self.errors(|random| {
                let width = if random.next_u32() < u32::MAX / 10 { 10.0 } else { 1.0 };
                width * gaussian(random)
            }),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let huber = format!("Huber, δ = {}", outcome.delta);
        let mut table = Table::new(
            format!(
                "Root mean square error of the center of {} values, over {} samples",
                outcome.samples, outcome.repeats
            ),
            &["noise", "mean (MSE)", "median (MAE)", &huber],
        );
        let rows = [
            ("Gaussian", outcome.gaussian),
            ("Laplace", outcome.laplace),
            ("Gaussian, a tenth of it ten times wider", outcome.contaminated),
        ];
        for (noise, errors) in rows {
            table.row(vec![
                noise.into(),
                Cell::number(errors.mean, 3),
                Cell::number(errors.median, 3),
                Cell::number(errors.huber, 3),
            ]);
        }
        table
    }
}

impl Config {
    fn errors(&self, noise: impl Fn(&mut rand_pcg::Pcg64) -> f64) -> Errors {
        let mut random = seeded(self.seed);
        let huber = Huber::new(self.delta).expect("the settings keep δ above zero");
        let mut squares = [0.0; 3];
        for _ in 0..self.repeats {
            let sample: Vec<f64> =
                (0..self.samples).map(|_| noise(&mut random)).collect();
            squares[0] += best_constant(&MeanSquaredError, &sample).powi(2);
            squares[1] += best_constant(&MeanAbsoluteError, &sample).powi(2);
            squares[2] += best_constant(&huber, &sample).powi(2);
        }
        let [mean, median, huber] = squares.map(|sum| (sum / self.repeats as f64).sqrt());
        Errors { mean, median, huber }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_abs_diff_eq;

    #[test]
    fn the_mean_of_gaussian_values_errs_as_theory_says() {
        let outcome = Config::default().run();
        // σ/√n = 0.2; the relative standard error of a root mean square over 4000
        // samples is 1/√8000 ≈ 1.1 %.
        assert_abs_diff_eq!(outcome.gaussian.mean, 0.2, epsilon = 0.2 * 0.045);
        assert_abs_diff_eq!(outcome.laplace.mean, 0.2, epsilon = 0.2 * 0.045);
        // Variance 0.9 + 0.1 · 100 = 10.9.
        let contaminated = (10.9_f64 / 25.0).sqrt();
        assert_abs_diff_eq!(
            outcome.contaminated.mean,
            contaminated,
            epsilon = contaminated * 0.06
        );
    }
}
