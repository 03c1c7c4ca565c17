//! How many components of a right gradient a check calls wrong, because a unit of some
//! sample crosses its kink within h.

use super::{Experiment, Setting};
use crate::by_hand::relative_error;
use crate::data::seeded;
use crate::losses::{Loss, MeanSquaredError};
use crate::models::{Model, MultilayerPerceptron};
use crate::report::{Cell, Format, Table};
use ndarray::{Array1, Array2, Axis};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Steps; the best ones of single and of double precision are near the third and fifth.
const STEPS: [f64; 6] = [0.1, 1e-2, 5e-3, 1e-3, 1e-5, 1e-6];

/// A batch and a seed.
#[derive(Clone, Debug)]
pub struct Config {
    /// n.
    pub samples: usize,
    /// The seed of parameters and data.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { samples: 50, seed: 1 }
    }
}

/// A row for each step.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// d.
    pub parameters: usize,
    /// Units times samples: the kinks that there are to meet.
    pub kinks: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A step.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// h.
    pub step: f64,
    /// Components whose relative error is above 10⁻³.
    pub failed: usize,
    /// The largest error over the largest component.
    pub error: f64,
    /// The same with one sample in the batch.
    pub error_of_one: f64,
}

/// The central differences of the loss at θ.
fn differences(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>, h: f64) -> Array1<f64> {
    let mut theta = at.clone();
    let mut of = |index: usize| {
        theta[index] = at[index] + h;
        let above = f(&theta);
        theta[index] = at[index] - h;
        let below = f(&theta);
        theta[index] = at[index];
        (above - below) / (2.0 * h)
    };
    (0..at.len()).map(&mut of).collect()
}

/// The gradient, and its differences, on a batch.
fn check(
    network: &MultilayerPerceptron,
    theta: &Array1<f64>,
    inputs: &Array2<f64>,
    targets: &Array1<f64>,
    h: f64,
) -> (usize, f64) {
    let output =
        |theta: &Array1<f64>| network.predict(theta, inputs).remove_axis(Axis(1));
    let value = |theta: &Array1<f64>| MeanSquaredError.value(&output(theta), targets);
    let pull = MeanSquaredError.gradient(&output(theta), targets).insert_axis(Axis(1));
    let gradient = network.backward(theta, inputs, &pull);
    let found = differences(&value, theta, h);
    let pairs = || gradient.iter().zip(&found);
    let failed = pairs().filter(|&(&a, &b)| relative_error(a, b) > 1e-3).count();
    let most = |numbers: &mut dyn Iterator<Item = f64>| numbers.fold(0.0, f64::max);
    let error = most(&mut pairs().map(|(a, b)| (a - b).abs()));
    (failed, error / most(&mut gradient.iter().map(|g| g.abs())))
}

impl Experiment for Config {
    const NAME: &'static str = "gradient-check-relu";
    const QUESTION: &'static str =
        "How often does a gradient check of a rectified network meet a kink?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { samples, seed } = self;
        vec![
            Setting::count("samples", "samples n", samples, 2..=100),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let network = MultilayerPerceptron::new(&[4, 16, 8, 1]);
        let mut random = seeded(self.seed);
        let theta = network.initial(&mut random);
        let mut normal = || -> f64 { StandardNormal.sample(&mut random) };
        let inputs = Array2::from_shape_simple_fn((self.samples, 4), &mut normal);
        let targets = Array1::from_shape_simple_fn(self.samples, &mut normal);
        let alone = (
            inputs.slice(ndarray::s![..1, ..]).to_owned(),
            targets.slice(ndarray::s![..1]).to_owned(),
        );
        let row = |step: f64| {
            let (failed, error) = check(&network, &theta, &inputs, &targets, step);
            let (_, error_of_one) = check(&network, &theta, &alone.0, &alone.1, step);
            Row { step, failed, error, error_of_one }
        };
        Outcome {
            parameters: network.parameters(),
            kinks: 24 * self.samples,
            rows: STEPS.map(row).to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "h",
            "components called wrong",
            "largest error over largest component",
            "the same, one sample",
        ];
        let title = format!(
            "Checks of a right gradient of {} components, with {} kinks in the network",
            outcome.parameters, outcome.kinks
        );
        let mut table = Table::new(&title, &headings);
        let format: Format = ".0e".parse().expect("a format");
        for row in &outcome.rows {
            table.row(vec![
                Cell::Number(format.apply(row.step)),
                Cell::count(row.failed),
                Cell::Number(format.apply(row.error)),
                Cell::Number(format.apply(row.error_of_one)),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_step_meets_kinks_and_a_short_one_does_not() {
        for seed in 1..=3 {
            let rows = Config { samples: 20, seed }.run().rows;
            assert!(rows[0].failed > 20, "{}", rows[0].failed);
            assert!(rows[5].failed < rows[0].failed / 10, "{}", rows[5].failed);
            assert!(rows[5].error < 1e-6, "{}", rows[5].error);
        }
    }
}
