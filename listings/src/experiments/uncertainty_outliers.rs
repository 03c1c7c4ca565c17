//! A line with a learned band, and outliers.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::{GaussianNll, Huber, Loss, MeanSquaredError};
use crate::models::{Linear, Model};
use crate::optimizers::{Adam, Optimizer};
use crate::report::{Cell, Table};
use ndarray::{Array1, Array2, Axis, array, s, stack};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// A hundred points about a line, some of them moved up: anywhere, or all at large x.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many points are moved.
    pub outliers: usize,
    /// How far.
    pub shift: f64,
    /// How many data sets: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { outliers: 15, shift: 6.0, seeds: 10 }
    }
}

const STEPS: usize = 400;
const RATE: f64 = 0.05;
const NOISE: f64 = 0.5;
/// The slope of the true line, which passes through the origin.
const SLOPE: f64 = 1.0;

/// Distances to the true line.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many of the hundred points are moved.
    pub outliers: usize,
    /// How many data sets.
    pub seeds: usize,
    /// Outliers anywhere.
    pub anywhere: Distances,
    /// Outliers among the points with the largest x.
    pub on_the_right: Distances,
}

/// Root mean square distance of the fitted from the true line over the points, mean over
/// the data sets.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Distances {
    /// Mean squared error.
    pub squared: f64,
    /// Gaussian likelihood, one variance for all.
    pub constant: f64,
    /// Gaussian likelihood, log variance linear in x.
    pub varying: f64,
    /// Huber loss, δ = 1.345 σ.
    pub huber: f64,
    /// The largest difference between the lines of the first two, over all data sets.
    pub constant_off_squared: f64,
    /// On how many data sets the varying variance is nearer than the squared error.
    pub varying_wins: usize,
    /// On how many data sets Huber is nearer than the varying variance.
    pub huber_wins: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "uncertainty-outliers";
    const QUESTION: &'static str =
        "Does a learned uncertainty protect a fit from outliers?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("outliers", "moved points", &mut self.outliers, 0..=40),
            Setting::real("shift", "how far", &mut self.shift, 0.0..=12.0, 0.5),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=20),
        ]
    }

    fn run(&self) -> Outcome {
        Outcome {
            outliers: self.outliers,
            seeds: self.seeds,
            anywhere: self.distances(false),
            on_the_right: self.distances(true),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Distance to the true line with {} of 100 points moved, mean of {} data sets",
                outcome.outliers, outcome.seeds
            ),
            &["loss", "moved anywhere", "moved on the right"],
        );
        let (one, other) = (outcome.anywhere, outcome.on_the_right);
        for (name, distances) in [
            ("squared error", [one.squared, other.squared]),
            ("Gaussian likelihood, one variance", [one.constant, other.constant]),
            ("Gaussian likelihood, variance by x", [one.varying, other.varying]),
            ("Huber", [one.huber, other.huber]),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(distances[0], 3),
                Cell::number(distances[1], 3),
            ]);
        }
        table
    }
}

impl Config {
    fn distances(&self, on_the_right: bool) -> Distances {
        let runs: Vec<[[f64; 2]; 4]> =
            (1..=self.seeds as u64).map(|seed| self.lines(on_the_right, seed)).collect();
        // x has mean 0 and variance 1, so that slope and intercept count alike.
        let off = |[slope, intercept]: [f64; 2]| (slope - SLOPE).hypot(intercept);
        let mean = |line: usize| {
            runs.iter().map(|run| off(run[line])).sum::<f64>() / runs.len() as f64
        };
        let wins = |this: usize, that: usize| {
            runs.iter().filter(|run| off(run[this]) < off(run[that])).count()
        };
        let apart =
            runs.iter().flat_map(|run| [0, 1].map(|k| (run[0][k] - run[1][k]).abs()));
        Distances {
            constant_off_squared: apart.fold(0.0, f64::max),
            squared: mean(0),
            constant: mean(1),
            varying: mean(2),
            huber: mean(3),
            varying_wins: wins(2, 0),
            huber_wins: wins(3, 2),
        }
    }

    /// Slope and intercept under the four losses.
    fn lines(&self, on_the_right: bool, seed: u64) -> [[f64; 2]; 4] {
        let mut random = seeded(seed);
        let x = Array1::linspace(-1.0, 1.0, 100) * 3.0_f64.sqrt();
        let mut y = x.mapv(|x| {
            let normal: f64 = StandardNormal.sample(&mut random);
            SLOPE * x + NOISE * normal
        });
        for i in 0..self.outliers {
            // Evenly spread, or every other point from the right end on.
            let anywhere = (2 * i + 1) * 100 / (2 * self.outliers);
            y[if on_the_right { 99 - 2 * i } else { anywhere }] += self.shift;
        }
        let inputs = x.insert_axis(Axis(1));
        let huber = Huber::new(1.345 * NOISE).expect("above zero");
        let line = |model: Band, loss: &Target| fit(model, loss, &inputs, &y);
        [
            line(Band { varying: false }, &Target::Mean(&MeanSquaredError)),
            line(Band { varying: false }, &Target::Both),
            line(Band { varying: true }, &Target::Both),
            line(Band { varying: false }, &Target::Mean(&huber)),
        ]
    }
}

// ANCHOR: band
/// A line and a log variance that is linear in x, or the same everywhere.
///
/// θ = (slope and intercept of the mean, slope and intercept of the log variance).
struct Band {
    varying: bool,
}

impl Model<Array2<f64>> for Band {
    fn parameters(&self) -> usize {
        4
    }

    fn predict(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array2<f64> {
        let part = |from| theta.slice(s![from..from + 2]).to_owned();
        let line = Linear { features: 1 };
        let [mean, log_variance] = [0, 2].map(|from| line.predict(&part(from), inputs));
        stack![Axis(1), mean, log_variance]
    }

    fn backward(
        &self,
        _theta: &Array1<f64>,
        inputs: &Array2<f64>,
        output_gradient: &Array2<f64>,
    ) -> Array1<f64> {
        let slope = |column| inputs.column(0).dot(&output_gradient.column(column));
        let varying = if self.varying { slope(1) } else { 0.0 };
        let intercept = |column| output_gradient.column(column).sum();
        array![slope(0), intercept(0), varying, intercept(1)]
    }
}
// ANCHOR_END: band

/// What is minimized: a loss of the mean alone, or the likelihood of both.
enum Target<'a> {
    Mean(&'a dyn Loss),
    Both,
}

/// Slope and intercept of the mean after [`STEPS`] steps at a rate that falls to zero.
fn fit(model: Band, target: &Target, inputs: &Array2<f64>, y: &Array1<f64>) -> [f64; 2] {
    let mut theta = Array1::zeros(4);
    let mut adam = Adam::default();
    for step in 0..STEPS {
        let prediction = model.predict(&theta, inputs);
        let pull = match target {
            Target::Both => GaussianNll.gradient(&prediction, y),
            Target::Mean(loss) => {
                let of_mean = loss.gradient(&prediction.column(0).to_owned(), y);
                stack![Axis(1), of_mean, Array1::zeros(y.len())]
            }
        };
        let gradient = model.backward(&theta, inputs, &pull);
        let rate = RATE * (1.0 - step as f64 / STEPS as f64);
        adam.step(rate, &mut theta, &gradient);
    }
    [theta[0], theta[1]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_outliers_every_line_is_near_the_true_one() {
        let outcome = Config { outliers: 0, seeds: 3, ..Config::default() }.run();
        let distances = outcome.anywhere;
        // Two parameters from a hundred samples of noise ½: some ½ √(2/100) = 0.07.
        for distance in [distances.squared, distances.varying, distances.huber] {
            assert!(distance < 0.15, "{distance}");
        }
    }

    #[test]
    fn backward_is_the_transpose_of_predict() {
        let (model, theta) = (Band { varying: true }, array![0.3, -1.0, 0.5, 2.0]);
        let inputs = array![[1.0], [-2.0]];
        let upstream = array![[1.0, 0.5], [-1.0, 2.0]];
        let forward = (model.predict(&theta, &inputs) * &upstream).sum();
        let backward = model.backward(&theta, &inputs, &upstream).dot(&theta);
        // Linear in θ: equal up to the rounding of a few sums.
        assert!((forward - backward).abs() < 1e-14);
    }
}
