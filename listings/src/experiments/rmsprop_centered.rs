//! Plain and centered RMSprop on gradients with a mean and a spread.

use super::{Experiment, Setting};
use crate::data::seeded;
use crate::optimizers::{Optimizer, RmsProp};
use crate::report::{Cell, Table};
use ndarray::array;
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// The means, at a spread of 1.
const MEANS: [f64; 5] = [0.0, 0.3, 1.0, 3.0, 30.0];

/// Steps that are averaged, after as many that are not.
const STEPS: usize = 5000;

/// Gradients m + z, z ~ N(0, 1), at η = 1.
#[derive(Clone, Debug)]
pub struct Config {
    /// ρ.
    pub decay: f64,
    /// The seed of the noise.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { decay: 0.99, seed: 1 }
    }
}

/// The mean steps.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// ρ.
    pub decay: f64,
    /// A row for each mean.
    pub rows: Vec<Row>,
}

/// One mean of the gradient.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// m, in units of the spread.
    pub mean: f64,
    /// The mean step of plain RMSprop, over η.
    pub plain: f64,
    /// That of centered RMSprop.
    pub centered: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "rmsprop-centered";
    const QUESTION: &'static str = "What does centering change?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("decay", "decay ρ", &mut self.decay, 0.9..=0.999, 0.001),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let new = || RmsProp::new(self.decay, 1e-8).expect("the settings keep ρ below 1");
        let rows = MEANS.map(|mean| Row {
            mean,
            plain: self.mean_step(new(), mean),
            centered: self.mean_step(new().centered(), mean),
        });
        Outcome { decay: self.decay, rows: rows.into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Mean step ÷ η, ρ = {}", outcome.decay);
        let headings = ["mean ÷ spread of the gradient", "plain", "centered"];
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                Cell::Number(format!("{}", row.mean)),
                Cell::number(row.plain, 2),
                Cell::number(row.centered, 2),
            ]);
        }
        table
    }
}

impl Config {
    fn mean_step(&self, mut rmsprop: RmsProp, mean: f64) -> f64 {
        let mut random = seeded(self.seed);
        let mut theta = array![0.0];
        let mut settled = 0.0;
        for step in 0..2 * STEPS {
            if step == STEPS {
                settled = theta[0];
            }
            let noise: f64 = StandardNormal.sample(&mut random);
            rmsprop.step(1.0, &mut theta, &array![-mean - noise]);
        }
        (theta[0] - settled) / STEPS as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// m/√(m² + 1), never above 1; and m itself.
    #[test]
    fn plain_steps_are_bounded_and_centered_ones_are_not() {
        for row in Config::default().run().rows {
            // The mean of 5000 steps is off by up to 4/√5000; v varies by a tenth.
            let plain = row.mean / (row.mean * row.mean + 1.0).sqrt();
            assert!((row.plain - plain).abs() < 0.06, "{row:?}");
            assert!((row.centered - row.mean).abs() < 0.06 + 0.05 * row.mean, "{row:?}");
        }
    }
}
