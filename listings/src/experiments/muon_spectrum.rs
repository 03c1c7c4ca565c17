//! The singular values of a gradient before and after Newton–Schulz.

use super::{Experiment, Setting};
use crate::data::{gaussian, seeded};
use crate::linear_algebra::symmetric_eigen;
use crate::optimizers::{orthogonalize, quintic};
use crate::report::{Cell, Table};
use ndarray::Array2;
use serde::Serialize;

/// The shape of the matrix: a layer of 12 inputs and 24 outputs.
const SHAPE: [usize; 2] = [12, 24];

/// Samples of the batch.
const BATCH: usize = 64;

/// The gradient, and what is done to it.
#[derive(Clone, Debug)]
pub struct Config {
    /// Iterations.
    pub iterations: usize,
    /// What each input's scale is of the one before.
    pub fall: f64,
    /// The seed of inputs and residuals.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { iterations: 5, fall: 0.7, seed: 1 }
    }
}

/// Singular values, largest first before the iteration.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Iterations.
    pub iterations: usize,
    /// Over the Frobenius norm.
    pub before: Vec<f64>,
    /// Each of them after the iterations, in the same order.
    pub after: Vec<f64>,
    /// The singular values of the matrix that comes out, largest first.
    pub measured: Vec<f64>,
    /// The largest over the smallest, before.
    pub condition_before: f64,
    /// The same after.
    pub condition_after: f64,
    /// The smallest after.
    pub smallest: f64,
    /// The largest after.
    pub largest: f64,
    /// (s, what the iterations make of s).
    #[serde(skip)]
    pub curve: Vec<(f64, f64)>,
}

fn singular_values(matrix: &Array2<f64>) -> Vec<f64> {
    // The rows are fewer.
    let (squares, _) = symmetric_eigen(&matrix.dot(&matrix.t()));
    squares.iter().map(|square| square.max(0.0).sqrt()).collect()
}

impl Config {
    /// XᵀR/n: the gradient of a linear layer with inputs X and the gradient R of its
    /// outputs.
    fn gradient(&self) -> Array2<f64> {
        let mut random = seeded(self.seed);
        let mut inputs = gaussian(BATCH, SHAPE[0], 1.0, &mut random);
        let outputs = gaussian(BATCH, SHAPE[1], 1.0, &mut random);
        let mut scale = 1.0;
        for mut column in inputs.columns_mut() {
            column *= scale;
            scale *= self.fall;
        }
        inputs.t().dot(&outputs) / BATCH as f64
    }
}

impl Experiment for Config {
    const NAME: &'static str = "muon-spectrum";
    const QUESTION: &'static str = "What do a few Newton–Schulz iterations make of the singular values of a gradient?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("iterations", "iterations", &mut self.iterations, 0..=10),
            Setting::real(
                "fall",
                "scale of the next input",
                &mut self.fall,
                0.4..=1.0,
                0.1,
            ),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let gradient = self.gradient();
        let norm = gradient.iter().map(|entry| entry * entry).sum::<f64>().sqrt();
        let before: Vec<f64> =
            singular_values(&gradient).into_iter().map(|s| s / norm).collect();
        let through = |s: f64| (0..self.iterations).fold(s, |s, _| quintic(s));
        let after: Vec<f64> = before.iter().map(|&s| through(s)).collect();
        let measured = singular_values(&orthogonalize(&gradient, self.iterations));
        let largest = after.iter().fold(0.0, |most: f64, &s| most.max(s));
        let smallest = after.iter().fold(f64::MAX, |least, &s| least.min(s));
        let curve = (0..=140).map(|at| {
            // Denser where it is steeper.
            let s = (f64::from(at) / 140.0).powi(2);
            (s, through(s))
        });
        Outcome {
            iterations: self.iterations,
            condition_before: before[0] / before[SHAPE[0] - 1],
            condition_after: largest / smallest,
            smallest,
            largest,
            before,
            after,
            measured,
            curve: curve.collect(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Singular values over the norm, {} iterations", outcome.iterations),
            &["number", "before", "after"],
        );
        for (index, (&before, &after)) in
            outcome.before.iter().zip(&outcome.after).enumerate()
        {
            table.row(vec![
                Cell::count(index + 1),
                Cell::number(before, 4),
                Cell::number(after, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_has_the_values_that_the_quintic_says() {
        for iterations in [0, 1, 3, 5] {
            let outcome = Config { iterations, ..Config::default() }.run();
            let mut expected = outcome.after.clone();
            expected.sort_by(|a, b| b.total_cmp(a));
            // 1e-7 beside the norm, and the root of a rounding.
            for (measured, expected) in outcome.measured.iter().zip(&expected) {
                assert!((measured - expected).abs() < 1e-5, "{measured} {expected}");
            }
        }
    }
}
