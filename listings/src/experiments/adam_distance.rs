//! How many steps Adam needs at one rate, when the loss, or the parameter, is measured
//! in other units.

use super::{Experiment, Setting};
use crate::optimizers::{Adam, GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use ndarray::array;
use serde::Serialize;

/// Steps before a walk is given up.
const MOST: usize = 40_000;

/// Steps that a walk has to stay where it arrives.
const STAY: usize = 100;

/// The rate.
#[derive(Clone, Debug)]
pub struct Config {
    /// η.
    pub rate: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.001 }
    }
}

/// One row a choice of units.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// η.
    pub rate: f64,
    /// The rows.
    pub rows: Vec<Row>,
}

/// The parabola ½ s (θ/u)² from θ = u.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// s, the unit of the loss.
    pub loss_unit: f64,
    /// u, the unit of the parameter.
    pub parameter_unit: f64,
    /// Steps of Adam until |θ| < u/100 for 100 steps; none within 40 000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adam: Option<usize>,
    /// Those of gradient descent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub descent: Option<usize>,
}

impl Experiment for Config {
    const NAME: &'static str = "adam-distance";
    const QUESTION: &'static str = "Which units does Adam's rate have?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("rate", "rate η", &mut self.rate, 0.0001..=0.1, 0.0001)
                .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let units =
            [(1.0, 1.0), (1e-4, 1.0), (1e4, 1.0), (1.0, 0.01), (1.0, 10.0), (1.0, 100.0)];
        let row = |(loss_unit, parameter_unit)| {
            let steps = |optimizer: &mut dyn Optimizer| {
                self.steps(optimizer, loss_unit, parameter_unit)
            };
            Row {
                loss_unit,
                parameter_unit,
                adam: steps(&mut Adam::default()),
                descent: steps(&mut GradientDescent),
            }
        };
        Outcome { rate: self.rate, rows: units.into_iter().map(row).collect() }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("Steps until θ stays within 1 % of its unit, η = {}", outcome.rate),
            &["unit of the loss", "unit of θ", "Adam", "gradient descent"],
        );
        let shown = |steps: Option<usize>| match steps {
            Some(steps) => Cell::count(steps),
            None => Cell::Number("never".to_string()),
        };
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(format!("{}", row.loss_unit)),
                Cell::Number(format!("{}", row.parameter_unit)),
                shown(row.adam),
                shown(row.descent),
            ]);
        }
        table
    }
}

impl Config {
    fn steps(
        &self,
        optimizer: &mut dyn Optimizer,
        loss: f64,
        unit: f64,
    ) -> Option<usize> {
        let mut theta = array![unit];
        let mut inside = 0;
        for step in 1..=MOST {
            let gradient = array![loss * theta[0] / (unit * unit)];
            if !gradient[0].is_finite() {
                return None;
            }
            optimizer.step(self.rate, &mut theta, &gradient);
            inside = if theta[0].abs() < 0.01 * unit { inside + 1 } else { 0 };
            if inside == STAY {
                return Some(step + 1 - STAY);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_of_the_loss_is_nothing_to_adam() {
        let rows = Config::default().run().rows;
        // ε = 1e-8 beside gradients of 1e-4 and less is felt near the end only.
        let [one, small, large] = [0, 1, 2].map(|row| rows[row].adam.unwrap() as f64);
        assert!((small / one - 1.0).abs() < 0.02 && (large / one - 1.0).abs() < 0.02);
        assert!(rows[4].adam.unwrap() > 5 * rows[0].adam.unwrap());
    }
}
