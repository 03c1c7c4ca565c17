//! The mean squared error over slope and intercept, and one step down from the reader's
//! line.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::losses::{Loss, MeanSquaredError};
use crate::models::{Linear, Model};
use crate::report::{Cell, Field, Table};
use ndarray::{Array1, Array2, Axis, array};
use rand::RngExt;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Sixty points about y = 2x + 1, and the reader's line.
#[derive(Clone, Debug)]
pub struct Config {
    /// w, the slope of the reader's line.
    pub slope: f64,
    /// b, its intercept.
    pub intercept: f64,
    /// η, the rate of the step.
    pub rate: f64,
    /// The seed of points and noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { slope: 0.2, intercept: 3.4, rate: 0.1, seed: 1 }
    }
}

/// The surface, and what it says at the reader's line.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The points (x, y).
    pub points: Vec<(f64, f64)>,
    /// The loss over (w, b).
    #[serde(skip)]
    pub surface: Field,
    /// The reader's line.
    pub here: Place,
    /// One step of gradient descent from it.
    pub next: Place,
    /// The line of least loss.
    pub best: Place,
    /// η.
    pub rate: f64,
    /// ∂L/∂(w, b) at the reader's line.
    pub gradient: (f64, f64),
    /// The angle between −∂L/∂θ and the way to the best line, in degrees; 0 where there
    /// is none left.
    pub off_course: f64,
}

/// A line and its loss.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Place {
    /// w.
    pub slope: f64,
    /// b.
    pub intercept: f64,
    /// L(w, b).
    pub loss: f64,
}

/// Sixty x ~ U(−3, 3) and y = 2x + 1 + N(0, 0.6²).
fn points(seed: u64) -> (Array2<f64>, Array1<f64>) {
    let mut random = seeded(seed);
    let (mut x, mut y) = (Array2::zeros((60, 1)), Array1::zeros(60));
    for i in 0..60 {
        let normal: f64 = StandardNormal.sample(&mut random);
        x[[i, 0]] = random.random_range(-3.0..3.0);
        y[i] = 2.0 * x[[i, 0]] + 1.0 + 0.6 * normal;
    }
    (x, y)
}

// ANCHOR: value_and_gradient
/// L(θ) and ∂L/∂θ of a line θ = (w, b): forward through the model, backward through
/// loss and model.
fn value_and_gradient(
    theta: &Array1<f64>,
    inputs: &Array2<f64>,
    target: &Array1<f64>,
) -> (f64, Array1<f64>) {
    let line = Linear { features: 1 };
    let prediction = line.predict(theta, inputs);
    let pulls = MeanSquaredError.gradient(&prediction, target);
    let value = MeanSquaredError.value(&prediction, target);
    (value, line.backward(theta, inputs, &pulls))
}
// ANCHOR_END: value_and_gradient

/// The line of least squares, in closed form.
fn least_squares(x: &Array2<f64>, y: &Array1<f64>) -> Array1<f64> {
    let x = x.index_axis(Axis(1), 0);
    let n = y.len() as f64;
    let (mean_x, mean_y) = (x.sum() / n, y.sum() / n);
    let (dx, dy) = (&x - mean_x, y - mean_y);
    let slope = dx.dot(&dy) / dx.dot(&dx);
    array![slope, mean_y - slope * mean_x]
}

/// The angle between two arrows in degrees, 0 where one has no length.
fn angle(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
    let lengths = (a.dot(a) * b.dot(b)).sqrt();
    if lengths == 0.0 {
        0.0
    } else {
        (a.dot(b) / lengths).clamp(-1.0, 1.0).acos().to_degrees()
    }
}

impl Experiment for Config {
    const NAME: &'static str = "mse-surface";
    const QUESTION: &'static str =
        "What does the squared error look like over slope and intercept?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { slope, intercept, rate, seed } = self;
        vec![
            Setting::real("slope", "slope w", slope, -1.0..=5.0, 0.1),
            Setting::real("intercept", "intercept b", intercept, -3.0..=5.0, 0.1),
            Setting::real("rate", "rate η", rate, 0.02..=0.4, 0.01),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let (x, y) = points(self.seed);
        let place = |theta: &Array1<f64>| Place {
            slope: theta[0],
            intercept: theta[1],
            loss: value_and_gradient(theta, &x, &y).0,
        };
        let theta = array![self.slope, self.intercept];
        let (_, gradient) = value_and_gradient(&theta, &x, &y);
        let best = least_squares(&x, &y);
        Outcome {
            points: x.iter().copied().zip(y.iter().copied()).collect(),
            surface: Field::sample(-1.0..5.0, -3.0..5.0, 41, 41, |w, b| {
                value_and_gradient(&array![w, b], &x, &y).0
            }),
            here: place(&theta),
            next: place(&(&theta - self.rate * &gradient)),
            rate: self.rate,
            off_course: angle(&-&gradient, &(&best - &theta)),
            best: place(&best),
            gradient: (gradient[0], gradient[1]),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["line", "slope w", "intercept b", "loss"];
        let mut table = Table::new("Three lines and their squared errors", &headings);
        for (name, place) in [
            ("yours", outcome.here),
            ("one step on", outcome.next),
            ("the best", outcome.best),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(place.slope, 2),
                Cell::number(place.intercept, 2),
                Cell::number(place.loss, 2),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gradient_vanishes_at_the_best_line_and_only_there() {
        for seed in 1..=3 {
            let Place { slope, intercept, .. } =
                Config { seed, ..Config::default() }.run().best;
            let at_best = Config { slope, intercept, seed, ..Config::default() }.run();
            // Sums of sixty numbers below ten, over sixty.
            assert!(at_best.gradient.0.abs() < 1e-13 && at_best.gradient.1.abs() < 1e-13);
            // The standard error of the slope is 0.6/√(60 · 3) = 0.045, of the
            // intercept 0.077: five of each.
            assert!((slope - 2.0).abs() < 0.23 && (intercept - 1.0).abs() < 0.39);
            let least =
                at_best.surface.values.iter().copied().fold(f64::INFINITY, f64::min);
            assert!(at_best.best.loss <= least);
        }
    }

    #[test]
    fn a_small_step_falls_and_a_large_one_climbs() {
        let at = |rate| Config { rate, ..Config::default() }.run();
        // The curvature along the slope is 2 · mean x² ≈ 6: 2/6 is the border.
        assert!(at(0.1).next.loss < at(0.1).here.loss);
        assert!(at(0.4).next.loss > at(0.4).here.loss);
    }
}
