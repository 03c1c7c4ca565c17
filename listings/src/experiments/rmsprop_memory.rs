//! The effective rates of AdaGrad and RMSprop on a gradient that shrinks and grows again.

use super::{Experiment, Setting};
use crate::optimizers::{AdaGrad, Optimizer, RmsProp};
use crate::report::{Cell, Table};
use ndarray::{Array1, array};
use serde::Serialize;
use std::f64::consts::TAU;

/// One coordinate whose gradient goes from large to small and back.
#[derive(Clone, Debug)]
pub struct Config {
    /// ρ of RMSprop.
    pub decay: f64,
    /// The gradient goes from this down to its inverse and up again.
    pub swing: f64,
    /// Steps of the whole way.
    pub steps: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { decay: 0.9, swing: 10.0, steps: 300 }
    }
}

/// What each method makes of it, at η = 1.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// ρ.
    pub decay: f64,
    /// The largest gradient.
    pub swing: f64,
    /// |g| of every step.
    pub gradients: Vec<f64>,
    /// AdaGrad.
    pub adagrad: Memory,
    /// RMSprop.
    pub rmsprop: Memory,
}

/// One method.
#[derive(Clone, Debug, Serialize)]
pub struct Memory {
    /// √G or √v after every step.
    pub roots: Vec<f64>,
    /// The rate, 1/√G or 1/√v.
    pub rates: Vec<f64>,
    /// The rate after the first step.
    pub first_rate: f64,
    /// The rate after a fourth of the steps, on the way down.
    pub falling_rate: f64,
    /// The largest rate from there on.
    pub largest_rate: f64,
    /// The last rate.
    pub last_rate: f64,
    /// The length of the step where the gradient is least.
    pub least_step: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "rmsprop-memory";
    const QUESTION: &'static str =
        "What do AdaGrad and RMSprop make of a gradient that shrinks and grows again?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { decay, swing, steps } = self;
        vec![
            Setting::real("decay", "decay ρ", decay, 0.0..=0.999, 0.001),
            Setting::real("swing", "largest gradient", swing, 1.5..=1000.0, 0.5)
                .logarithmic(),
            Setting::count("steps", "steps", steps, 20..=1000),
        ]
    }

    fn run(&self) -> Outcome {
        // From the largest at the start to the least in the middle, evenly in logarithm.
        let gradient =
            |step: usize| self.swing.powf((TAU * step as f64 / self.steps as f64).cos());
        let gradients: Vec<f64> = (0..=self.steps).map(gradient).collect();
        let rmsprop = RmsProp::new(self.decay, 1e-12);
        let mut rmsprop = rmsprop.expect("the settings keep ρ below 1");
        Outcome {
            decay: self.decay,
            swing: self.swing,
            adagrad: remember(&mut AdaGrad::default(), &gradients),
            rmsprop: remember(&mut rmsprop, &gradients),
            gradients,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "Effective rates at η = 1, of a gradient from {} to its inverse and back",
            outcome.swing
        );
        let headings =
            ["method", "first", "after a fourth", "largest after that", "last"];
        let mut table = Table::new(title, &headings);
        for (name, memory) in
            [("AdaGrad", &outcome.adagrad), ("RMSprop", &outcome.rmsprop)]
        {
            table.row(vec![
                name.into(),
                Cell::number(memory.first_rate, 3),
                Cell::number(memory.falling_rate, 3),
                Cell::number(memory.largest_rate, 3),
                Cell::number(memory.last_rate, 3),
            ]);
        }
        table
    }
}

/// Feeds the gradients to a method that keeps squares.
fn remember(optimizer: &mut dyn Optimizer, gradients: &[f64]) -> Memory {
    let mut theta: Array1<f64> = array![0.0];
    let roots: Vec<f64> = gradients
        .iter()
        .map(|&gradient| {
            optimizer.step(1.0, &mut theta, &array![gradient]);
            optimizer.state()[0].1[0].sqrt()
        })
        .collect();
    let rates: Vec<f64> = roots.iter().map(|root| 1.0 / root).collect();
    let (fourth, middle) = (rates.len() / 4, rates.len() / 2);
    Memory {
        first_rate: rates[0],
        falling_rate: rates[fourth],
        largest_rate: rates[fourth..].iter().fold(0.0, |most, &rate| rate.max(most)),
        last_rate: rates[rates.len() - 1],
        least_step: rates[middle] * gradients[middle],
        roots,
        rates,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_square_lies_between_the_squares_that_it_has_seen() {
        let outcome = Config { decay: 0.95, ..Config::default() }.run();
        let mut most: f64 = 0.0;
        for (root, gradient) in outcome.rmsprop.roots.iter().zip(&outcome.gradients) {
            most = most.max(*gradient);
            assert!(*root <= most, "{root} above {most}");
        }
        assert!(outcome.adagrad.roots.is_sorted());
    }
}
