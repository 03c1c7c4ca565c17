//! How fast a loss grows at rates beyond the border.

use super::{Experiment, Setting};
use crate::optimizers::{GradientDescent, Optimizer};
use crate::report::{Cell, Table};
use crate::surfaces::{Objective, Quadratic};
use ndarray::array;
use serde::Serialize;

/// Rates, in units of 1/λ; the border is 2.
pub const RATES: [f64; 6] = [2.01, 2.1, 2.2, 1.0 + std::f64::consts::SQRT_2, 3.0, 10.0];

/// ½λθ² from θ = 1.
#[derive(Clone, Debug)]
pub struct Config {
    /// λ.
    pub curvature: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { curvature: 1.0 }
    }
}

/// A row for each rate.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The rows.
    pub rows: Vec<Row>,
}

/// One rate.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// ηλ.
    pub relative: f64,
    /// The loss after one step over the loss before it.
    pub factor: f64,
    /// Steps until the loss is above a million times the first.
    pub to_million: usize,
    /// Steps until the loss is infinite.
    pub to_infinity: usize,
    /// Steps from there until θ is NaN.
    pub to_nan: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "rate-blow-up";
    const QUESTION: &'static str = "How does a loss grow at a rate that is too large?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let curvature = &mut self.curvature;
        vec![
            Setting::real("curvature", "curvature λ", curvature, 0.01..=100.0, 0.01)
                .logarithmic(),
        ]
    }

    fn run(&self) -> Outcome {
        let bowl = Quadratic::new(array![self.curvature]).expect("the range is positive");
        let row = |relative: f64| {
            let rate = relative / self.curvature;
            let mut theta = array![1.0];
            let first = bowl.value(&theta);
            let (mut factor, mut steps) = (0.0, 0);
            let (mut to_million, mut to_infinity) = (0, 0);
            while !theta[0].is_nan() {
                let gradient = bowl.gradient(&theta);
                GradientDescent.step(rate, &mut theta, &gradient);
                steps += 1;
                let ratio = bowl.value(&theta) / first;
                if steps == 1 {
                    factor = ratio;
                }
                if to_million == 0 && ratio > 1e6 {
                    to_million = steps;
                }
                if to_infinity == 0 && ratio.is_infinite() {
                    to_infinity = steps;
                }
            }
            let to_nan = steps - to_infinity;
            Row { relative, factor, to_million, to_infinity, to_nan }
        };
        Outcome { rows: RATES.map(row).to_vec() }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "rate, in 1/λ",
            "factor a step",
            "steps to a million",
            "to an infinite loss",
            "from there to NaN",
        ];
        let mut table = Table::new("The loss of a parabola beyond the border", &headings);
        for row in &outcome.rows {
            table.row(vec![
                Cell::number(row.relative, 3),
                Cell::number(row.factor, 3),
                Cell::count(row.to_million),
                Cell::count(row.to_infinity),
                Cell::count(row.to_nan),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_multiplies_the_loss_by_the_square_of_one_minus_the_relative_rate() {
        for curvature in [0.01, 1.0, 100.0] {
            for row in (Config { curvature }).run().rows {
                let expected = (1.0 - row.relative).powi(2);
                // θ is of order one, and its rounding is relative to 1 − ηλ ≥ 1.
                assert!((row.factor / expected - 1.0).abs() < 1e-13, "{row:?}");
                let steps = (1e6_f64.ln() / expected.ln()).floor() as usize + 1;
                assert_eq!(row.to_million, steps, "{row:?}");
            }
        }
    }
}
