//! Where gradient descent ends on exclusive or, in narrow and in wide networks.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::models::MultilayerPerceptron;
use crate::optimizers::{GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use ndarray::{Array1, Array2, array};
use serde::Serialize;

/// Hidden units of the networks.
pub const WIDTHS: [usize; 5] = [2, 3, 4, 8, 16];

/// Four points that no line divides, and networks from so many starts.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
    /// Starts of each network.
    pub seeds: usize,
    /// Steps at most.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.1, seeds: 20, steps: 800 }
    }
}

/// One row for each width.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Starts of each network.
    pub seeds: usize,
    /// Steps at most.
    pub steps: usize,
    /// In the order of [`WIDTHS`].
    pub rows: Vec<Row>,
}

/// The networks of one width.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Hidden units.
    pub width: usize,
    /// How many starts end with a loss below 10⁻³.
    pub solved: usize,
    /// How many end with a loss above 0.1: stuck.
    pub stuck: usize,
    /// The largest final loss.
    pub worst: f64,
}

impl Config {
    /// The mean squared error in the end.
    fn train(&self, width: usize, seed: u64) -> f64 {
        let inputs = array![[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]];
        let target: Array2<f64> = array![[-1.0], [1.0], [1.0], [-1.0]];
        let network = MultilayerPerceptron::new(&[2, width, 1]);
        let mut theta: Array1<f64> = network.initial(&mut seeded(seed));
        let mut loss = f64::MAX;
        for _ in 0..self.steps {
            let pass = network.forward(&theta, &inputs);
            let residual = pass.output() - &target;
            loss = residual.mapv(|r| r * r).sum() / 4.0;
            if loss < 1e-3 {
                break;
            }
            let gradient = network.backward_through(&theta, &pass, &(residual * 0.5));
            GradientDescent.step(self.rate, &mut theta, &gradient);
        }
        loss
    }
}

impl Experiment for Config {
    const NAME: &'static str = "descent-width";
    const QUESTION: &'static str = "Does gradient descent get stuck on exclusive or?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.02..=0.2, 0.01),
            Setting::count("seeds", "starts", &mut self.seeds, 5..=40),
        ]
    }

    fn run(&self) -> Outcome {
        let row = |width| {
            let losses: Vec<f64> =
                (1..=self.seeds).map(|seed| self.train(width, seed as u64)).collect();
            Row {
                width,
                solved: losses.iter().filter(|&&loss| loss < 1e-3).count(),
                stuck: losses.iter().filter(|&&loss| loss > 0.1).count(),
                worst: losses.iter().copied().fold(0.0, f64::max),
            }
        };
        Outcome { seeds: self.seeds, steps: self.steps, rows: WIDTHS.map(row).into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Exclusive or from {} starts, {} steps of full-batch descent at most",
                outcome.seeds, outcome.steps
            ),
            &["hidden units", "solved", "stuck above a loss of 0.1", "worst final loss"],
        );
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(row.width.to_string()),
                Cell::count(row.solved),
                Cell::count(row.stuck),
                Cell::number(row.worst, 3),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wide_are_stuck_less_often_than_the_narrow() {
        let rows = Config::default().run().rows;
        assert!(rows[0].stuck > 3 * (rows[3].stuck + 1), "{rows:?}");
        assert!(rows[4].stuck == 0, "{rows:?}");
    }
}
