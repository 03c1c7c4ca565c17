//! How many steps gradient descent takes when the condition number grows.

use super::descent_ravine::steps_to_a_thousandth;
use super::{Experiment, Setting};
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Table};
use crate::surfaces::{Quadratic, walk};
use ndarray::array;
use serde::Serialize;

/// The condition numbers of the table.
pub const CONDITIONS: [f64; 4] = [1.0, 10.0, 100.0, 1000.0];

/// The error to reach, as a share of the first.
#[derive(Clone, Debug)]
pub struct Config {
    /// y₀; x₀ is 1.
    pub y: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { y: 1.0 }
    }
}

/// One row for each condition number.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// In the order of [`CONDITIONS`].
    pub rows: Vec<Row>,
}

/// The steps on one quadratic ½(x² + κy²).
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// κ.
    pub condition: f64,
    /// (κ − 1)/(κ + 1).
    pub contraction: f64,
    /// Steps to a thousandth of the error at η = 2/(μ + L), counted.
    pub at_best: usize,
    /// The same at η = 1/L.
    pub at_inverse: usize,
    /// What the contraction allows at most.
    pub bound: usize,
}

/// Steps until ‖θ‖ is a thousandth of what it was.
fn count(condition: f64, rate: f64, y: f64) -> usize {
    let quadratic = Quadratic::new(array![1.0, condition]).expect("κ ≥ 1");
    let most = 8 * condition as usize + 10;
    let walk = walk(&quadratic, &mut GradientDescent, rate, array![1.0, y], most, 0.0)
        .expect("a rate above zero");
    let first = walk.path[0].dot(&walk.path[0]);
    let is_there = |theta: &ndarray::Array1<f64>| theta.dot(theta) <= 1e-6 * first;
    walk.path.iter().position(is_there).expect("7κ steps suffice at either rate")
}

impl Experiment for Config {
    const NAME: &'static str = "descent-condition";
    const QUESTION: &'static str = "How many steps does a condition number cost?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::real("y", "start y", &mut self.y, 0.1..=3.0, 0.1)]
    }

    fn run(&self) -> Outcome {
        let row = |condition: f64| {
            let contraction = (condition - 1.0) / (condition + 1.0);
            Row {
                condition,
                contraction,
                at_best: count(condition, 2.0 / (1.0 + condition), self.y),
                at_inverse: count(condition, 1.0 / condition, self.y),
                bound: steps_to_a_thousandth(contraction),
            }
        };
        Outcome { rows: CONDITIONS.map(row).into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "Steps until the error is a thousandth",
            &["κ", "best contraction", "steps at 2/(μ + L)", "bound", "steps at 1/L"],
        );
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(format!("{}", row.condition)),
                Cell::number(row.contraction, 4),
                Cell::count(row.at_best),
                Cell::count(row.bound),
                Cell::count(row.at_inverse),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_grow_in_proportion_to_the_condition_number_and_keep_to_the_bound() {
        let rows = Config::default().run().rows;
        assert!(rows.iter().all(|row| row.at_best <= row.bound));
        // Both directions shrink by the same factor, so that the bound is met.
        assert!(rows.iter().all(|row| row.at_best == row.bound), "{rows:?}");
        let ratio = rows[3].at_best as f64 / rows[2].at_best as f64;
        assert!((ratio - 10.0).abs() < 0.1, "{ratio}");
    }
}
