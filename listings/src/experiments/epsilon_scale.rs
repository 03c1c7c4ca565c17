//! Where ε begins to matter: RMSprop on one bowl in louder and softer units.

use super::{Experiment, Setting};
use crate::optimizers::{Optimizer, RmsProp};
use crate::report::{Cell, Format, Table};
use crate::surfaces::{Objective, Quadratic};
use ndarray::array;
use serde::Serialize;

/// What the loss is multiplied by.
const SCALES: [f64; 6] = [1.0, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10];

/// The bowl from (3.5, 3.5), multiplied by numbers far below one.
#[derive(Clone, Debug)]
pub struct Config {
    /// ε.
    pub epsilon: f64,
    /// η.
    pub rate: f64,
    /// Steps.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { epsilon: 1e-8, rate: 0.02, steps: 300 }
    }
}

/// What is left of the loss.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// ε.
    pub epsilon: f64,
    /// Steps.
    pub steps: usize,
    /// A row for each scale of the loss, from 1 down.
    pub rows: Vec<Row>,
}

/// One scale of the loss.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// c, by which the loss is multiplied.
    pub scale: f64,
    /// The larger entry of the first gradient.
    pub gradient: f64,
    /// The loss at the end over that at the start, with ε beside the root.
    pub beside: f64,
    /// The same with ε below the root.
    pub below: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "epsilon-scale";
    const QUESTION: &'static str = "Does ε matter, beside the root and below it?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { epsilon, rate, steps } = self;
        vec![
            Setting::real("epsilon", "ε", epsilon, 1e-16..=1e-2, 1e-16).logarithmic(),
            Setting::real("rate", "rate η", rate, 0.005..=0.5, 0.005).logarithmic(),
            Setting::count("steps", "steps", steps, 50..=1000),
        ]
    }

    fn run(&self) -> Outcome {
        let rows = SCALES.map(|scale| {
            let new =
                || RmsProp::new(0.9, self.epsilon).expect("the settings keep ε > 0");
            Row {
                scale,
                gradient: 35.0 * scale,
                beside: self.left(new(), scale),
                below: self.left(new().with_epsilon_inside(), scale),
            }
        });
        Outcome { epsilon: self.epsilon, steps: self.steps, rows: rows.into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let scientific = |value: f64, form: &str| {
            form.parse::<Format>().expect("a format of numbers").apply(value)
        };
        let mut table = Table::new(
            format!(
                "Part of the loss that is left after {} steps, ε = {}",
                outcome.steps,
                scientific(outcome.epsilon, ".0e")
            ),
            &["loss times", "first gradient", "ε beside the root", "ε below the root"],
        );
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(scientific(row.scale, ".0e")),
                Cell::Number(scientific(row.gradient, ".1e")),
                Cell::number(row.beside, 4),
                Cell::number(row.below, 4),
            ]);
        }
        table
    }
}

impl Config {
    /// The loss at the end over that at the start.
    fn left(&self, mut rmsprop: RmsProp, scale: f64) -> f64 {
        let bowl = Quadratic::bowl();
        let mut theta = array![3.5, 3.5];
        let start = bowl.value(&theta);
        for _ in 0..self.steps {
            let gradient = bowl.gradient(&theta) * scale;
            rmsprop.step(self.rate, &mut theta, &gradient);
        }
        bowl.value(&theta) / start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ε beside the root is in units of a gradient, below it in units of its square.
    #[test]
    fn below_the_root_the_square_of_epsilon_has_the_effect_of_epsilon_beside_it() {
        let at = |epsilon| Config { epsilon, ..Config::default() }.run().rows;
        let (beside, below) = (at(1e-6), at(1e-12));
        for (beside, below) in beside.iter().zip(&below) {
            // √(v + ε²) and √v + ε differ by √2 at most, where both are equal.
            let (beside, below) = (beside.beside.sqrt(), below.below.sqrt());
            assert!((beside - below).abs() < 0.1, "{beside} {below}");
        }
    }
}
