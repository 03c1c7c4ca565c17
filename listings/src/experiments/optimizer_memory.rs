//! What each optimizer remembers, counted.

use super::{Experiment, Setting};
use crate::optimizers::{
    AdaDelta, AdaGrad, Adam, GradientDescent, Momentum, Optimizer, RmsProp,
};
use crate::report::{Cell, Table};
use ndarray::Array1;
use serde::Serialize;

/// Parameters of the model.
const PARAMETERS: usize = 1000;

/// A model of a thousand parameters, after one step.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// The numbers that are kept.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// A row for each optimizer.
    pub rows: Vec<Row>,
}

/// One optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: &'static str,
    /// The letters of what it keeps.
    pub state: String,
    /// Numbers a parameter.
    pub numbers: usize,
    /// Bytes a parameter, at 8 bytes a number.
    pub bytes: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "optimizer-memory";
    const QUESTION: &'static str = "How much memory does each optimizer need?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let with_momentum =
            || RmsProp::default().with_momentum(0.9).expect("0.9 is below 1");
        Outcome {
            rows: vec![
                row("gradient descent", GradientDescent),
                row("momentum", Momentum::default()),
                row("AdaGrad", AdaGrad::default()),
                row("RMSprop", RmsProp::default()),
                row("RMSprop, centered", RmsProp::default().centered()),
                row("RMSprop with momentum", with_momentum()),
                row("RMSprop with momentum, centered", with_momentum().centered()),
                row("AdaDelta", AdaDelta::default()),
                row("Adam", Adam::default()),
            ],
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let title = "What is kept from step to step, for each parameter";
        let mut table =
            Table::new(title, &["optimizer", "state", "numbers", "bytes in f64"]);
        for row in &outcome.rows {
            table.row(vec![
                row.name.into(),
                Cell::Text(row.state.clone()),
                Cell::count(row.numbers),
                Cell::count(row.bytes),
            ]);
        }
        table
    }
}

impl Outcome {
    /// The row of that name.
    ///
    /// # Panics
    /// Panics when there is none.
    pub fn of(&self, name: &str) -> &Row {
        let row = self.rows.iter().find(|row| row.name == name);
        row.unwrap_or_else(|| panic!("no optimizer `{name}` in the table"))
    }
}

fn row(name: &'static str, mut optimizer: impl Optimizer) -> Row {
    let mut theta = Array1::zeros(PARAMETERS);
    optimizer.step(0.1, &mut theta, &Array1::ones(PARAMETERS));
    let state = optimizer.state();
    let bytes: usize = state
        .iter()
        .map(|(_, vector)| size_of_val(vector.as_slice().expect("one piece")))
        .sum();
    let letters: Vec<&str> = state.iter().map(|(letter, _)| *letter).collect();
    Row {
        name,
        state: if letters.is_empty() { "none".into() } else { letters.join(", ") },
        numbers: bytes / size_of::<f64>() / PARAMETERS,
        bytes: bytes / PARAMETERS,
    }
}
