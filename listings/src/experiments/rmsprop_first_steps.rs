//! The first steps of RMSprop on a constant gradient: what the missing correction does.

use super::{Experiment, Setting};
use crate::optimizers::{Optimizer, RmsProp};
use crate::report::{Cell, Table};
use ndarray::{Array1, array};
use serde::Serialize;

/// The decays: the lecture's, PyTorch's, and Adam's.
const DECAYS: [f64; 3] = [0.9, 0.99, 0.999];

/// Steps that are looked at.
const STEPS: usize = 5000;

/// A constant gradient of 1, at η = 1.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// One row for each decay.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The rows.
    pub rows: Vec<FirstSteps>,
}

/// One decay.
#[derive(Clone, Debug, Serialize)]
pub struct FirstSteps {
    /// ρ.
    pub decay: f64,
    /// The length of the first step, over η.
    pub first: f64,
    /// The length of the tenth.
    pub tenth: f64,
    /// The way of the first ten together.
    pub ten: f64,
    /// The first step that is at most a tenth longer than η.
    pub settled: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "rmsprop-first-steps";
    const QUESTION: &'static str = "How long are the first steps of RMSprop?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        Outcome { rows: DECAYS.map(first_steps).into() }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "decay ρ",
            "first step ÷ η",
            "tenth step ÷ η",
            "first ten together ÷ η",
            "below 1.1 η from step",
        ];
        let title = "Steps of RMSprop on a constant gradient";
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                Cell::Number(format!("{}", row.decay)),
                Cell::number(row.first, 2),
                Cell::number(row.tenth, 2),
                Cell::number(row.ten, 1),
                Cell::count(row.settled),
            ]);
        }
        table
    }
}

fn first_steps(decay: f64) -> FirstSteps {
    let mut rmsprop = RmsProp::new(decay, 1e-12).expect("the decays are below 1");
    let mut theta: Array1<f64> = array![0.0];
    let mut lengths = Vec::new();
    for _ in 0..STEPS {
        let before = theta[0];
        rmsprop.step(1.0, &mut theta, &array![-1.0]);
        lengths.push(theta[0] - before);
    }
    let settled = lengths.iter().position(|&length| length <= 1.1);
    FirstSteps {
        decay,
        first: lengths[0],
        tenth: lengths[9],
        ten: lengths[..10].iter().sum(),
        settled: settled.expect("v settles within 5000 steps") + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_step_is_the_rate_over_the_root_of_one_minus_rho() {
        for row in Config.run().rows {
            // ε is 10⁻¹² beside a root of 0.03.
            assert!((row.first - 1.0 / (1.0 - row.decay).sqrt()).abs() < 1e-8);
        }
    }
}
