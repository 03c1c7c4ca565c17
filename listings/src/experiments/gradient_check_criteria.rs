//! Absolute or relative: what a criterion makes of the same two gradients when the loss
//! is in another unit. And what dropout makes of a check.

use super::gradient_check_network::{Mistake, Place};
use super::{Experiment, Setting};
use crate::by_hand::{central_difference, relative_error};
use crate::checking::gradient_error;
use crate::data::seeded;
use crate::models::MultilayerPerceptron;
use crate::report::{Cell, Format, Table};
use ndarray::Array1;
use serde::Serialize;
use std::cell::RefCell;

/// Units of the loss.
const UNITS: [f64; 3] = [1e-12, 1.0, 1e8];

/// A seed.
#[derive(Clone, Debug)]
pub struct Config {
    /// The seed of parameters and data.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { seed: 1 }
    }
}

/// A row for each unit.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The rows.
    pub rows: Vec<Row>,
    /// [`gradient_error`] of right code with dropout, the mask kept for all evaluations.
    pub frozen: f64,
    /// The same with a fresh mask in each evaluation.
    pub fresh: f64,
}

/// Errors of right and of wrong code (a forgotten ReLU slope).
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What the loss is multiplied by.
    pub unit: f64,
    /// The largest absolute error: right, wrong.
    pub absolute: [f64; 2],
    /// [`gradient_error`], relative to the largest component or to 1: right, wrong.
    pub floored: [f64; 2],
    /// The largest error over the largest component: right, wrong.
    pub relative: [f64; 2],
    /// The largest relative error of a component alone: right, wrong.
    pub componentwise: [f64; 2],
}

/// The components of a gradient by central differences, with the usual step.
fn differences(f: impl Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let of = |index: usize| {
        let along = |coordinate: f64| {
            let mut moved = at.clone();
            moved[index] = coordinate;
            f(&moved)
        };
        central_difference(along, at[index], 6e-6 * at[index].abs().max(1.0))
    };
    (0..at.len()).map(of).collect()
}

fn row(place: &Place, unit: f64) -> Row {
    let loss = |theta: &Array1<f64>| unit * place.loss(theta);
    let found = differences(loss, &place.theta);
    let largest = found.iter().fold(0.0_f64, |largest, g| largest.max(g.abs()));
    let both = [Mistake::None, Mistake::Slope].map(|m| place.gradient(m) * unit);
    let most = |error: &dyn Fn(f64, f64) -> f64| {
        [0, 1].map(|which: usize| {
            let pairs = both[which].iter().zip(&found);
            pairs.map(|(&a, &b)| error(a, b)).fold(0.0, f64::max)
        })
    };
    let absolute = most(&|a, b| (a - b).abs());
    Row {
        unit,
        absolute,
        floored: [0, 1]
            .map(|which: usize| gradient_error(loss, &both[which], &place.theta)),
        relative: absolute.map(|error| error / largest),
        componentwise: most(&relative_error),
    }
}

/// [`gradient_error`] of a network with dropout, whose masks are kept or drawn anew.
fn with_dropout(place: &Place, keep: bool) -> f64 {
    let network = MultilayerPerceptron::new(&[2, 3, 3, 1])
        .with_dropout(0.5)
        .expect("a half is a probability");
    // The mask of this seed drops some units, and not a whole layer.
    const MASK: u64 = 4;
    let random = RefCell::new(seeded(MASK));
    let pass = |theta: &Array1<f64>| {
        if keep {
            random.replace(seeded(MASK));
        }
        network.forward_training(theta, &place.inputs, &mut *random.borrow_mut())
    };
    let value = |theta: &Array1<f64>| {
        let residual = pass(theta).output() - &place.targets;
        residual.mapv(|r| r * r).mean().expect("there are samples")
    };
    let at = pass(&place.theta);
    let count = place.targets.len() as f64;
    let pull = (at.output() - &place.targets) * (2.0 / count);
    let gradient = network.backward_through(&place.theta, &at, &pull);
    gradient_error(value, &gradient, &place.theta)
}

impl Experiment for Config {
    const NAME: &'static str = "gradient-check-criteria";
    const QUESTION: &'static str =
        "Which criterion tells a wrong gradient from a right one, in any unit?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::seed(&mut self.seed)]
    }

    fn run(&self) -> Outcome {
        let place = Place::ordinary(5, self.seed);
        Outcome {
            rows: UNITS.map(|unit| row(&place, unit)).to_vec(),
            frozen: with_dropout(&place, true),
            fresh: with_dropout(&place, false),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "loss times",
            "code",
            "absolute",
            "over the largest component or 1",
            "over the largest component",
            "worst component over itself",
        ];
        let title = "Errors of a right and of a wrong gradient, by four criteria";
        let mut table = Table::new(title, &headings);
        let format: Format = ".0e".parse().expect("a format");
        for row in &outcome.rows {
            for (which, code) in ["right", "wrong"].into_iter().enumerate() {
                let errors = [
                    row.absolute[which],
                    row.floored[which],
                    row.relative[which],
                    row.componentwise[which],
                ];
                let mut cells = vec![Cell::Number(format.apply(row.unit)), code.into()];
                cells.extend(errors.map(|error| Cell::Number(format.apply(error))));
                table.row(cells);
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_relative_criteria_do_not_depend_on_the_unit() {
        let rows = Config::default().run().rows;
        for row in &rows {
            // Right and wrong are orders of magnitude apart where the scale is the
            // gradient's own.
            assert!(row.relative[0] < 1e-6 && row.relative[1] > 1e-2, "{row:?}");
        }
        // Absolute: the wrong code passes 1e-6 in the small unit, the right one fails
        // in the large one.
        assert!(rows[0].absolute[1] < 1e-6 && rows[2].absolute[0] > 1e-6);
        assert!(rows[0].floored[1] < 1e-6 && rows[2].floored[0] < 1e-6);
    }

    #[test]
    fn dropout_has_to_be_frozen() {
        let outcome = Config::default().run();
        assert!(outcome.frozen < 1e-6, "{}", outcome.frozen);
        assert!(outcome.fresh > 1e-2, "{}", outcome.fresh);
    }
}
