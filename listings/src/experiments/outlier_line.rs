//! A line fitted under three losses to points of which some are outliers, one of them
//! the reader's.

use super::{Experiment, Setting};
use crate::data::{Line, noisy_line, seeded};
use crate::losses::{Huber, Loss, MeanAbsoluteError, MeanSquaredError};
use crate::models::Linear;
use crate::report::{Cell, Table};
use crate::training::gradient_descent;
use ndarray::{Array1, Axis};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// The line that the points are drawn about.
pub const TRUTH: Line = Line { slope: 2.0, intercept: 1.0 };

/// A hundred points about [`TRUTH`], some moved up or down at random, and one more that
/// the reader places.
#[derive(Clone, Debug)]
pub struct Config {
    /// The reader's point: its x.
    pub outlier_x: f64,
    /// The reader's point: its y.
    pub outlier_y: f64,
    /// How many times the reader's point is in the data.
    pub copies: usize,
    /// How many of the hundred are moved.
    pub outliers: usize,
    /// How far: the standard deviation of the move.
    pub spread: f64,
    /// The standard deviation of the noise of every point.
    pub noise: f64,
    /// Huber's threshold δ.
    pub delta: f64,
    /// The seed of noise and moves.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            outlier_x: 4.0,
            outlier_y: -16.0,
            copies: 6,
            outliers: 10,
            spread: 5.0,
            noise: 0.5,
            delta: 1.5,
            seed: 1,
        }
    }
}

/// The points and the three lines.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Huber's threshold δ.
    pub delta: f64,
    /// How many times the reader's point is in the data.
    pub copies: usize,
    /// Σ|xᵢ| of the hundred points: the pull on the slope that they can set against the
    /// reader's.
    pub leverage_balance: f64,
    /// The hundred points and, last, the reader's, once.
    pub points: Vec<(f64, f64)>,
    /// The indices of the moved points.
    pub moved: Vec<usize>,
    /// The fit under mean squared error.
    pub mse: Fit,
    /// The fit under mean absolute error.
    pub mae: Fit,
    /// The fit under the Huber loss.
    pub huber: Fit,
}

/// A fitted line.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Fit {
    /// Its slope.
    pub slope: f64,
    /// Its intercept.
    pub intercept: f64,
    /// Root mean square distance to [`TRUTH`] over the hundred x.
    pub off_by: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "outlier-line";
    const QUESTION: &'static str =
        "Where does one bad point drag the line under each loss?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "outlier_x",
                "your point: x",
                &mut self.outlier_x,
                -6.0..=14.0,
                0.1,
            ),
            Setting::real(
                "outlier_y",
                "your point: y",
                &mut self.outlier_y,
                -20.0..=30.0,
                0.1,
            ),
            Setting::real("delta", "Huber threshold δ", &mut self.delta, 0.1..=10.0, 0.1),
            Setting::count("copies", "copies of it", &mut self.copies, 1..=30),
            Setting::count("outliers", "moved points", &mut self.outliers, 0..=40),
            Setting::real("noise", "noise σ", &mut self.noise, 0.0..=2.0, 0.1),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let mut random = seeded(self.seed);
        let (mut x, mut y) = noisy_line(TRUTH, 100, self.noise, &mut random);
        let moved = move_some(&mut y, self.outliers, self.spread, &mut random);
        let clean_x = x.clone();
        for (data, value) in [(&mut x, self.outlier_x), (&mut y, self.outlier_y)] {
            let copies = Array1::from_elem(self.copies, value);
            data.append(Axis(0), copies.view()).expect("both are vectors");
        }

        let fit =
            |loss: &dyn Loss, rate| fit_line(loss, &x, &y, rate).measured_at(&clean_x);
        let huber = Huber::new(self.delta).expect("the settings keep δ above zero");
        Outcome {
            delta: self.delta,
            copies: self.copies,
            leverage_balance: clean_x.mapv(f64::abs).sum(),
            mse: fit(&MeanSquaredError, 0.4),
            mae: fit(&MeanAbsoluteError, 2.0),
            huber: fit(&huber, 1.0),
            points: x.iter().copied().zip(y.iter().copied()).take(101).collect(),
            moved,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "The fitted lines",
            &["loss", "slope", "intercept", "distance to the true line"],
        );
        table.row(vec![
            "true line".into(),
            Cell::number(TRUTH.slope, 2),
            Cell::number(TRUTH.intercept, 2),
            Cell::number(0.0, 2),
        ]);
        let huber = format!("Huber, δ = {}", outcome.delta);
        let rows = [("MSE", outcome.mse), ("MAE", outcome.mae), (&huber, outcome.huber)];
        for (name, fit) in rows {
            table.row(vec![
                name.into(),
                Cell::number(fit.slope, 2),
                Cell::number(fit.intercept, 2),
                Cell::number(fit.off_by, 2),
            ]);
        }
        table
    }
}

/// Moves `count` evenly spread elements of y by N(0, spread²); returns their indices.
pub fn move_some(
    y: &mut Array1<f64>,
    count: usize,
    spread: f64,
    random: &mut impl rand::Rng,
) -> Vec<usize> {
    // Evenly spread rather than drawn, so that a seed changes how far points move but
    // not how many lie on which side.
    let moved: Vec<usize> =
        (0..count).map(|i| (2 * i + 1) * y.len() / (2 * count)).collect();
    for &index in &moved {
        let normal: f64 = StandardNormal.sample(random);
        y[index] += spread * normal;
    }
    moved
}

// ANCHOR: fit_line
/// Fits y ≈ slope · x + intercept from zero, at a rate that falls by a quarter every 30
/// steps.
///
/// The inputs are standardized first, so that one rate suits slope and intercept,
/// wherever the points lie. The rate falls because a loss with a kink needs it: at a
/// fixed rate, descent keeps stepping across the minimum.
fn fit_line(loss: &dyn Loss, x: &Array1<f64>, y: &Array1<f64>, mut rate: f64) -> Line {
    let samples = x.len() as f64;
    let mean = x.sum() / samples;
    let deviation = (x.mapv(|x| (x - mean).powi(2)).sum() / samples).sqrt();
    let inputs = x.mapv(|x| (x - mean) / deviation).insert_axis(Axis(1));

    let mut theta = Array1::zeros(2);
    for _ in 0..30 {
        let run =
            gradient_descent(&Linear { features: 1 }, loss, &inputs, y, theta, rate, 30);
        theta = run.expect("standardized inputs keep these rates stable").theta().clone();
        rate *= 0.75;
    }
    let slope = theta[0] / deviation;
    Line { slope, intercept: theta[1] - slope * mean }
}
// ANCHOR_END: fit_line

impl Line {
    fn measured_at(self, x: &Array1<f64>) -> Fit {
        let distance = self.at(x) - TRUTH.at(x);
        let off_by = (distance.mapv(|d| d * d).sum() / x.len() as f64).sqrt();
        Fit { slope: self.slope, intercept: self.intercept, off_by }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_abs_diff_eq;

    /// Slope and intercept of least squares, in closed form.
    fn least_squares(points: &[(f64, f64)]) -> (f64, f64) {
        let n = points.len() as f64;
        let mean_x = points.iter().map(|p| p.0).sum::<f64>() / n;
        let mean_y = points.iter().map(|p| p.1).sum::<f64>() / n;
        let covariance: f64 =
            points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum();
        let variance: f64 = points.iter().map(|p| (p.0 - mean_x).powi(2)).sum();
        let slope = covariance / variance;
        (slope, mean_y - slope * mean_x)
    }

    #[test]
    fn descent_under_mse_is_least_squares() {
        for (outlier_x, outlier_y) in [(4.0, -15.0), (14.0, -20.0), (-6.0, 30.0)] {
            let outcome =
                Config { outlier_x, outlier_y, copies: 1, ..Config::default() }.run();
            let (slope, intercept) = least_squares(&outcome.points);
            // Standardized, the contraction starts at 1 − 0.4 · 2 = 0.2: thirty steps
            // leave rounding only.
            assert_abs_diff_eq!(outcome.mse.slope, slope, epsilon = 1e-12);
            assert_abs_diff_eq!(outcome.mse.intercept, intercept, epsilon = 1e-12);
        }
    }

    #[test]
    fn descent_under_mae_comes_near_the_exact_optimum() {
        for (outlier_x, copies) in [(4.0, 1), (4.0, 6), (14.0, 12), (14.0, 20)] {
            let config = Config { outlier_x, copies, ..Config::default() };
            let outcome = config.run();
            let loss = |slope: f64, intercept: f64| {
                let weigh = |index: usize| if index == 100 { copies as f64 } else { 1.0 };
                let error = |&(x, y): &(f64, f64)| (slope * x + intercept - y).abs();
                let points = outcome.points.iter().enumerate();
                points.map(|(index, point)| weigh(index) * error(point)).sum::<f64>()
            };
            // Some line through two of the points is optimal (a vertex of the linear
            // program).
            let mut least = f64::INFINITY;
            for (i, p) in outcome.points.iter().enumerate() {
                for q in &outcome.points[..i] {
                    let slope = (q.1 - p.1) / (q.0 - p.0);
                    least = least.min(loss(slope, p.1 - slope * p.0));
                }
            }
            // The last rate is 2 · 0.75²⁹ ≈ 5e-4; what a step of that size can add is
            // well below 0.1 %.
            let found = loss(outcome.mae.slope, outcome.mae.intercept);
            assert!(found < least * 1.001, "{outlier_x} {copies}: {found} > {least}");
        }
    }

    #[test]
    fn every_corner_of_the_settings_is_finite() {
        for outlier_x in [-6.0, 14.0] {
            for outlier_y in [-20.0, 30.0] {
                for delta in [0.1, 10.0] {
                    let config = Config {
                        outlier_x,
                        outlier_y,
                        delta,
                        copies: 30,
                        ..Config::default()
                    };
                    let outcome = config.run();
                    for fit in [outcome.mse, outcome.mae, outcome.huber] {
                        assert!(fit.slope.is_finite() && fit.off_by.is_finite());
                    }
                }
            }
        }
    }
}
