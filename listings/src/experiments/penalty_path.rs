//! The weights of a linear model along a path of λ, where some features resemble each
//! other.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::regularizers::{ElasticNet, Moments, coordinate_descent};
use crate::report::{Cell, Table};
use ndarray::{Array1, Array2, Axis};
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// The weights that the targets are drawn with: three that resemble each other, one that
/// stands alone, four that do not matter.
pub const TRUTH: [f64; 8] = [1.0, 1.0, 1.0, -2.0, 0.0, 0.0, 0.0, 0.0];

/// How many of the features, the first ones, resemble each other.
pub const ALIKE: usize = 3;

/// Sixty samples of eight features, the first three alike.
#[derive(Clone, Debug)]
pub struct Config {
    /// The λ that is looked at.
    pub lambda: f64,
    /// The share ρ of the penalty that is L1.
    pub l1_ratio: f64,
    /// The correlation of the first three features with each other.
    pub correlation: f64,
    /// The seed of features and noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { lambda: 0.1, l1_ratio: 1.0, correlation: 0.95, seed: 1 }
    }
}

/// The path, and the fit at the λ that is looked at.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The λ that is looked at.
    pub lambda: f64,
    /// ρ.
    pub l1_ratio: f64,
    /// The correlation of the first three features with each other.
    pub correlation: f64,
    /// The λ of the path, from large to small.
    pub lambdas: Vec<f64>,
    /// The weights of each feature along the path.
    pub paths: Vec<Vec<f64>>,
    /// The mean squared error on the samples of the fit, along the path.
    pub train_errors: Vec<f64>,
    /// The mean squared error on a thousand other samples, along the path.
    pub fresh_errors: Vec<f64>,
    /// The λ of the path with the smallest error on other samples.
    pub best_lambda: f64,
    /// The error on other samples there.
    pub best_error: f64,
    /// The error on other samples at the smallest λ of the path.
    pub free_error: f64,
    /// maxⱼ |cⱼ|: λ_max is this over ρ.
    pub largest_covariance: f64,
    /// The weights at the λ that is looked at.
    pub weights: Vec<f64>,
    /// How many of them are exactly zero.
    pub zeros: usize,
    /// The smallest size of a weight among them.
    pub smallest: f64,
    /// The largest less the smallest of the weights that belong to features alike.
    pub gap: f64,
    /// The sum of these weights; 3 in truth.
    pub sum: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "penalty-path";
    const QUESTION: &'static str =
        "Which weights does a penalty leave, and what does it do to features alike?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("lambda", "strength λ", &mut self.lambda, 0.01..=10.0, 0.01)
                .logarithmic(),
            Setting::real("l1_ratio", "L1 share ρ", &mut self.l1_ratio, 0.0..=1.0, 0.05),
            Setting::real(
                "correlation",
                "correlation of 1, 2, 3",
                &mut self.correlation,
                0.0..=1.0,
                0.01,
            ),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let mut random = seeded(self.seed);
        let (inputs, target) = draw(60, self.correlation, &mut random);
        let (fresh_inputs, fresh_target) = draw(1000, self.correlation, &mut random);
        let data = Moments::of(&inputs, &target);
        let error =
            |fit: &crate::regularizers::LinearFit, x: &Array2<f64>, y: &Array1<f64>| {
                let residuals = x.dot(&fit.weights) + fit.intercept - y;
                residuals.mapv(|r| r * r).sum() / y.len() as f64
            };

        let lambdas: Vec<f64> =
            (0..=60).map(|i| 10f64.powf(1.0 - f64::from(i) / 20.0)).collect();
        let mut outcome = Outcome {
            lambda: self.lambda,
            l1_ratio: self.l1_ratio,
            correlation: self.correlation,
            paths: vec![Vec::new(); TRUTH.len()],
            train_errors: Vec::new(),
            fresh_errors: Vec::new(),
            best_lambda: lambdas[0],
            best_error: f64::INFINITY,
            free_error: 0.0,
            largest_covariance: data
                .covariance
                .mapv(f64::abs)
                .fold(0.0, |m, &c| c.max(m)),
            weights: Vec::new(),
            zeros: 0,
            smallest: 0.0,
            gap: 0.0,
            sum: 0.0,
            lambdas,
        };
        // Each fit starts where the one before it ended.
        let mut weights = Array1::zeros(TRUTH.len());
        for &lambda in &outcome.lambdas {
            let fit = self.fit(&data, lambda, weights);
            for (path, weight) in outcome.paths.iter_mut().zip(&fit.weights) {
                path.push(*weight);
            }
            outcome.train_errors.push(error(&fit, &inputs, &target));
            let fresh = error(&fit, &fresh_inputs, &fresh_target);
            if fresh < outcome.best_error {
                (outcome.best_lambda, outcome.best_error) = (lambda, fresh);
            }
            outcome.fresh_errors.push(fresh);
            outcome.free_error = fresh;
            weights = fit.weights;
        }

        let weights = self.fit(&data, self.lambda, Array1::zeros(TRUTH.len())).weights;
        let alike = || weights.iter().take(ALIKE).copied();
        outcome.zeros = weights.iter().filter(|weight| **weight == 0.0).count();
        outcome.smallest = weights.iter().fold(f64::INFINITY, |m, w| m.min(w.abs()));
        outcome.gap = alike().fold(f64::NEG_INFINITY, f64::max)
            - alike().fold(f64::INFINITY, f64::min);
        outcome.sum = alike().sum();
        outcome.weights = weights.to_vec();
        outcome
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("The weights at λ = {} and ρ = {}", outcome.lambda, outcome.l1_ratio),
            &["feature", "true weight", "fitted weight"],
        );
        for (index, (truth, weight)) in TRUTH.iter().zip(&outcome.weights).enumerate() {
            table.row(vec![
                Cell::Text(format!("{}", index + 1)),
                Cell::number(*truth, 0),
                // An exact zero is told from a small weight.
                if *weight == 0.0 { Cell::count(0) } else { Cell::number(*weight, 3) },
            ]);
        }
        table
    }
}

impl Config {
    fn fit(
        &self,
        data: &Moments,
        lambda: f64,
        start: Array1<f64>,
    ) -> crate::regularizers::LinearFit {
        let penalty = ElasticNet::new(lambda, self.l1_ratio)
            .expect("the settings keep λ and ρ in their ranges");
        coordinate_descent(data, &penalty, start).expect("λ ≥ 0.01 settles on these data")
    }
}

/// Samples of standardized features, the first three with this correlation, and targets
/// of [`TRUTH`] with noise of standard deviation 1.
pub fn draw(
    samples: usize,
    correlation: f64,
    random: &mut impl Rng,
) -> (Array2<f64>, Array1<f64>) {
    let mut normal = || -> f64 { StandardNormal.sample(random) };
    let mut inputs = Array2::from_shape_simple_fn((samples, TRUTH.len()), &mut normal);
    for mut row in inputs.rows_mut() {
        // What the three have in common, and what each has of its own.
        let common = normal();
        for j in 0..ALIKE {
            row[j] = correlation.sqrt() * common + (1.0 - correlation).sqrt() * row[j];
        }
    }
    let noise = Array1::from_shape_simple_fn(samples, &mut normal);
    let target = inputs.dot(&Array1::from(TRUTH.to_vec())) + noise;
    let mean = inputs.mean_axis(Axis(0)).expect("there are samples");
    inputs -= &mean;
    let deviation = inputs.mapv(|x| x * x).mean_axis(Axis(0)).expect("samples");
    inputs /= &deviation.mapv(f64::sqrt);
    (inputs, target)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn above_lambda_max_nothing_is_left_and_below_it_something() {
        let outcome = Config::default().run();
        let most = outcome.largest_covariance;
        let zeros = |lambda| Config { lambda, ..Config::default() }.run().zeros;
        assert_eq!(zeros(most * 1.0001), 8);
        assert_eq!(zeros(most * 0.999), 7);
    }

    #[test]
    fn the_path_passes_through_the_fit_that_is_looked_at() {
        for l1_ratio in [1.0, 0.3, 0.0] {
            let outcome = Config { l1_ratio, lambda: 1.0, ..Config::default() }.run();
            // λ = 1 is the twentieth of the path; two starts end within the tolerance of
            // the descent, times the condition of the features.
            for (path, weight) in outcome.paths.iter().zip(&outcome.weights) {
                assert_relative_eq!(path[20], *weight, epsilon = 1e-9);
            }
        }
    }

    #[test]
    fn the_features_have_the_correlation_that_was_asked_for() {
        let (inputs, _) = draw(20_000, 0.7, &mut seeded(3));
        let gram = inputs.t().dot(&inputs) / 20_000.0;
        // Four standard errors: 4 (1 − 0.49)/√20000 and 4/√20000.
        assert!((gram[[0, 1]] - 0.7).abs() < 0.015, "{}", gram[[0, 1]]);
        assert!(gram[[0, 3]].abs() < 0.03, "{}", gram[[0, 3]]);
        assert_relative_eq!(gram[[2, 2]], 1.0, max_relative = 1e-12);
    }

    #[test]
    fn features_that_are_equal_get_equal_weights_unless_the_price_is_l1() {
        let fit =
            |l1_ratio| Config { correlation: 1.0, l1_ratio, ..Config::default() }.run();
        // Ten digits of weights near 1: the sweeps stop at 1e-12 and contract slowly.
        assert!(fit(0.5).gap < 1e-9 && fit(0.0).gap < 1e-9);
        let lasso = fit(1.0);
        assert!(lasso.gap > 2.0 && lasso.zeros >= 2, "{:?}", lasso.weights);
    }
}
