//! Losses on chords: is the loss halfway never above the mean of both ends?

use super::{Experiment, Setting};
use crate::data::{Line, noisy_line, seeded};
use crate::losses::{
    BinaryCrossEntropy, Hinge, Loss, MeanAbsoluteError, MeanSquaredError,
};
use crate::models::{Linear, Model};
use crate::report::{Cell, Table};
use ndarray::{Array1, Array2, Axis};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Random chords between parameters of a linear model, and of a small network.
#[derive(Clone, Debug)]
pub struct Config {
    /// How many chords for each loss and model.
    pub chords: usize,
    /// The seed of data and parameters.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { chords: 500, seed: 1 }
    }
}

/// One row a loss.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// How many chords for each loss and model.
    pub chords: usize,
    /// In the order MSE, MAE, hinge, cross-entropy.
    pub rows: Vec<Row>,
}

/// How often the middle of a chord was above the mean of its ends.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The loss.
    pub loss: &'static str,
    /// With ŷ = wx + b.
    pub linear: usize,
    /// With ŷ = v tanh(ux).
    pub network: usize,
}

/// ŷ = v tanh(ux), with θ = (u, v): two parameters, and no longer linear in them.
fn network(theta: &Array1<f64>, inputs: &Array2<f64>) -> Array1<f64> {
    inputs.index_axis(Axis(1), 0).mapv(|x| theta[1] * (theta[0] * x).tanh())
}

impl Experiment for Config {
    const NAME: &'static str = "convexity";
    const QUESTION: &'static str = "Is the loss convex in the parameters?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::seed(&mut self.seed)]
    }

    fn run(&self) -> Outcome {
        let mut random = seeded(self.seed);
        let line = Line { slope: 2.0, intercept: 1.0 };
        let (x, y) = noisy_line(line, 40, 1.0, &mut random);
        let inputs = x.insert_axis(Axis(1));
        let signs = y.mapv(f64::signum);
        let zero_or_one = signs.mapv(|sign| (sign + 1.0) / 2.0);
        let losses: [(&'static str, Box<dyn Loss>, &Array1<f64>); 4] = [
            ("mean squared error", Box::new(MeanSquaredError), &y),
            ("mean absolute error", Box::new(MeanAbsoluteError), &y),
            ("hinge", Box::new(Hinge), &signs),
            ("cross-entropy", Box::new(BinaryCrossEntropy::default()), &zero_or_one),
        ];
        let chords: Vec<[Array1<f64>; 2]> = (0..self.chords)
            .map(|_| {
                [(); 2].map(|()| {
                    Array1::from_shape_fn(2, |_| {
                        let normal: f64 = StandardNormal.sample(&mut random);
                        2.0 * normal
                    })
                })
            })
            .collect();
        let rows = losses.iter().map(|(name, loss, target)| {
            let above = |predict: &dyn Fn(&Array1<f64>) -> Array1<f64>| {
                let value = |theta: &Array1<f64>| loss.value(&predict(theta), target);
                let is_above = |[a, b]: &&[Array1<f64>; 2]| {
                    let mean = 0.5 * (value(a) + value(b));
                    // A few roundings of the larger of two sums.
                    value(&(0.5 * (a + b))) > mean * (1.0 + 1e-12)
                };
                chords.iter().filter(is_above).count()
            };
            Row {
                loss: name,
                linear: above(&|theta| Linear { features: 1 }.predict(theta, &inputs)),
                network: above(&|theta| network(theta, &inputs)),
            }
        });
        Outcome { chords: self.chords, rows: rows.collect() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Chords, of {}, whose middle lies above the mean of its ends",
            outcome.chords
        );
        let headings = ["loss", "ŷ = wx + b", "ŷ = v tanh(ux)"];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                row.loss.into(),
                Cell::count(row.linear),
                Cell::count(row.network),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_and_its_mirror_image_are_one_model() {
        // (u, v) and (−u, −v) predict the same, and the middle of their chord is 0.
        let inputs = ndarray::array![[-1.0], [0.5], [2.0]];
        let (theta, mirrored) = (ndarray::array![1.5, 2.0], ndarray::array![-1.5, -2.0]);
        assert_eq!(network(&theta, &inputs), network(&mirrored, &inputs));
    }

    #[test]
    fn no_chord_of_the_linear_model_is_above() {
        assert!(Config::default().run().rows.iter().all(|row| row.linear == 0));
    }
}
