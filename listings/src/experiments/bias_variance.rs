//! The error of a polynomial fit over many data sets: bias², variance and noise.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::linear_algebra::Cholesky;
use crate::report::{Cell, Table};
use ndarray::{Array1, Array2, Axis};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;
use std::f64::consts::PI;

/// Data sets about y = sin πx, and the degree of the polynomials fitted to them.
#[derive(Clone, Debug)]
pub struct Config {
    /// The degree of the polynomials that are drawn.
    pub degree: usize,
    /// λ, how strongly the coefficients are held near zero.
    pub shrinkage: f64,
    /// How many points a data set has, evenly spaced on [−1, 1].
    pub samples: usize,
    /// σ, the standard deviation of the noise.
    pub noise: f64,
    /// How many data sets.
    pub data_sets: usize,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            degree: 1,
            shrinkage: 0.0,
            samples: 20,
            noise: 0.5,
            data_sets: 200,
            seed: 1,
        }
    }
}

/// The largest degree.
pub const DEGREES: usize = 9;

/// How many fits a figure draws.
const DRAWN: usize = 15;

/// The parts of the error for each degree, and the fits of one.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The degree of the fits.
    pub degree: usize,
    /// λ.
    pub shrinkage: f64,
    /// How many data sets.
    pub data_sets: usize,
    /// One for each degree from 0 on.
    pub parts: Vec<Parts>,
    /// The parts at the degree of the fits.
    pub here: Parts,
    /// The degree of least error.
    pub best_degree: usize,
    /// Where the fits are computed.
    pub positions: Vec<f64>,
    /// sin πx.
    pub truth: Vec<f64>,
    /// The first fits, one a data set.
    pub fits: Vec<Vec<f64>>,
    /// The mean of all of them.
    pub mean_fit: Vec<f64>,
}

/// The parts of the expected squared error, averaged over the positions.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Parts {
    /// (mean fit − truth)².
    pub squared_bias: f64,
    /// The variance of the fits.
    pub variance: f64,
    /// σ².
    pub noise: f64,
    /// bias² + variance + σ².
    pub sum: f64,
    /// (fit − y)² on targets that no fit has seen.
    pub measured: f64,
    /// The standard error of `measured` less the sum.
    pub uncertainty: f64,
}

fn truth(x: &Array1<f64>) -> Array1<f64> {
    x.mapv(|x| (PI * x).sin())
}

fn noise(
    shape: (usize, usize),
    deviation: f64,
    random: &mut impl rand::Rng,
) -> Array2<f64> {
    Array2::from_shape_fn(shape, |_| {
        let normal: f64 = StandardNormal.sample(random);
        deviation * normal
    })
}

/// The Legendre polynomials P₀ … P_degree at each x, one row an x: a basis in which least
/// squares is well conditioned.
fn features(x: &Array1<f64>, degree: usize) -> Array2<f64> {
    let mut features = Array2::ones((x.len(), degree + 1));
    for (mut row, &x) in features.rows_mut().into_iter().zip(x) {
        for k in 1..=degree {
            let before = if k == 1 { 0.0 } else { row[k - 2] };
            let k_ = k as f64;
            row[k] = ((2.0 * k_ - 1.0) * x * row[k - 1] - (k_ - 1.0) * before) / k_;
        }
    }
    features
}

/// The fits of all data sets, one row a data set: least squares with λ Σ c² added, for
/// coefficients c. The matrix is positive definite.
fn fits(
    config: &Config,
    degree: usize,
    x: &Array1<f64>,
    y: &Array2<f64>,
    at: &Array1<f64>,
) -> Array2<f64> {
    let design = features(x, degree);
    let mut matrix = design.t().dot(&design);
    matrix.diag_mut().map_inplace(|diagonal| *diagonal += config.shrinkage);
    let factors = Cholesky::new(&matrix).expect("more points than coefficients");
    let mut coefficients = design.t().dot(&y.t());
    for mut column in coefficients.columns_mut() {
        let solution = factors.solve(&column.to_owned());
        column.assign(&solution);
    }
    features(at, degree).dot(&coefficients).reversed_axes()
}

// ANCHOR: decompose
/// Bias², variance and noise of fits (one row a data set), and the error that they have
/// on fresh targets (rows likewise), all averaged over the columns.
fn decompose(
    fits: &Array2<f64>,
    truth: &Array1<f64>,
    fresh: &Array2<f64>,
    noise: f64,
) -> Parts {
    let mean_of = |squares: Array1<f64>| squares.sum() / squares.len() as f64;
    let mean_fit = fits.mean_axis(Axis(0)).expect("at least one data set");
    let squared_bias = mean_of((&mean_fit - truth).mapv(|bias| bias * bias));
    let variance = mean_of(fits.var_axis(Axis(0), 0.0));
    let errors = (fits - fresh).mapv(|error| error * error);
    let of_data_sets = errors.mean_axis(Axis(1)).expect("at least one position");
    let data_sets = fits.nrows() as f64;
    Parts {
        squared_bias,
        variance,
        noise: noise * noise,
        sum: squared_bias + variance + noise * noise,
        measured: mean_of(errors.flatten().to_owned()),
        uncertainty: of_data_sets.std(1.0) / data_sets.sqrt(),
    }
}
// ANCHOR_END: decompose

impl Experiment for Config {
    const NAME: &'static str = "bias-variance";
    const QUESTION: &'static str =
        "Which part of the error is bias, which is variance, and which is noise?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { degree, shrinkage, samples, noise, seed, .. } = self;
        vec![
            Setting::count("degree", "degree", degree, 0..=DEGREES),
            Setting::real("shrinkage", "shrinkage λ", shrinkage, 0.0..=5.0, 0.05),
            Setting::count("samples", "points", samples, 12..=60),
            Setting::real("noise", "noise σ", noise, 0.0..=1.0, 0.05),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let mut random = seeded(self.seed);
        let x = Array1::linspace(-1.0, 1.0, self.samples);
        let at = Array1::linspace(-1.0, 1.0, 41);
        let data = |at: &Array1<f64>, random: &mut _| {
            noise((self.data_sets, at.len()), self.noise, random) + truth(at)
        };
        let (y, fresh) = (data(&x, &mut random), data(&at, &mut random));
        let truth = truth(&at);
        let of = |degree| fits(self, degree, &x, &y, &at);
        let parts: Vec<Parts> = (0..=DEGREES)
            .map(|degree| decompose(&of(degree), &truth, &fresh, self.noise))
            .collect();
        let best = (0..=DEGREES).min_by(|&a, &b| parts[a].sum.total_cmp(&parts[b].sum));
        let drawn = of(self.degree);
        Outcome {
            degree: self.degree,
            shrinkage: self.shrinkage,
            data_sets: self.data_sets,
            here: parts[self.degree],
            best_degree: best.expect("there are degrees"),
            parts,
            positions: at.to_vec(),
            truth: truth.to_vec(),
            fits: drawn.rows().into_iter().take(DRAWN).map(|fit| fit.to_vec()).collect(),
            mean_fit: drawn.mean_axis(Axis(0)).expect("data sets").to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings =
            ["degree", "bias²", "variance", "noise", "their sum", "measured error"];
        let title = format!("The squared error over {} data sets", outcome.data_sets);
        let mut table = Table::new(title, &headings);
        for (degree, parts) in outcome.parts.iter().enumerate() {
            table.row(vec![
                Cell::count(degree),
                Cell::number(parts.squared_bias, 3),
                Cell::number(parts.variance, 3),
                Cell::number(parts.noise, 3),
                Cell::number(parts.sum, 3),
                Cell::number(parts.measured, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_squares_finds_a_polynomial_again() {
        let x = Array1::linspace(-1.0, 1.0, 12);
        let cubic = |x: &Array1<f64>| x.mapv(|x| 1.0 - 2.0 * x + 4.0 * x * x * x);
        let y = cubic(&x).insert_axis(Axis(0));
        let at = Array1::linspace(-1.0, 1.0, 5);
        for degree in [3, 6, 9] {
            let fit = fits(&Config::default(), degree, &x, &y, &at);
            // Twelve points and ten coefficients: a condition number below 1e4.
            assert!((&fit.row(0) - &cubic(&at)).iter().all(|error| error.abs() < 1e-11));
        }
    }

    #[test]
    fn the_variance_on_the_points_is_the_noise_times_coefficients_over_points() {
        // Of a projection onto k dimensions of n: σ² k/n, averaged over the points.
        let config = Config { data_sets: 4000, ..Config::default() };
        let x = Array1::linspace(-1.0, 1.0, 20);
        let y = noise((4000, 20), 0.5, &mut seeded(1)) + truth(&x);
        for degree in [0, 3, 9] {
            let fits = fits(&config, degree, &x, &y, &x);
            let parts = decompose(&fits, &truth(&x), &y, 0.5);
            let expected = 0.25 * (degree + 1) as f64 / 20.0;
            // A mean of 4000 (k) squares: four relative standard errors √(2/(4000 k)).
            let error = 4.0 * (2.0 / (4000.0 * (degree + 1) as f64)).sqrt();
            assert!((parts.variance / expected - 1.0).abs() < error, "{degree}");
        }
    }

    #[test]
    fn without_noise_all_is_bias() {
        let outcome = Config { noise: 0.0, ..Config::default() }.run();
        for parts in outcome.parts {
            assert!(parts.variance < 1e-20);
            assert!((parts.measured - parts.squared_bias).abs() < 1e-12);
        }
    }
}
