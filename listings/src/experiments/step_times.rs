//! What a step of each optimizer took on one machine, beside the bound that memory sets.
//!
//! Times are not computed here: they were recorded by the bench `optimizers`, whose words
//! say how bytes and bound are counted. See `listings/benches/optimizers.rs`.

use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use serde::{Deserialize, Serialize};

/// The record of the bench.
const RECORD: &str = include_str!("step_times.json");

/// What the bench recorded.
#[derive(Debug, Deserialize, Serialize)]
pub struct StepTimes {
    /// The machine, and when.
    pub machine: String,
    /// One a length and optimizer; the first of each length is the triad.
    pub times: Vec<StepTime>,
}

/// The time of a step of an optimizer on parameters of one length.
#[derive(Debug, Deserialize, Serialize)]
pub struct StepTime {
    /// The optimizer, or the triad.
    pub name: String,
    /// d.
    pub parameters: usize,
    /// What the step moves, in bytes a parameter.
    pub bytes: usize,
    /// What it took, in picoseconds a parameter.
    pub picoseconds: u32,
}

/// The length of the parameters.
#[derive(Clone, Debug)]
pub struct Config {
    /// log₁₀ d.
    pub exponent: usize,
}

/// Ten million, more than any cache holds.
impl Default for Config {
    fn default() -> Self {
        Self { exponent: 7 }
    }
}

/// The times at one length.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The machine, and when.
    pub machine: String,
    /// d.
    pub parameters: usize,
    /// One an optimizer.
    pub rows: Vec<Row>,
    /// The largest multiple of the bound.
    pub most: f64,
}

/// An optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// What a step moves, in bytes a parameter.
    pub bytes: usize,
    /// What it took, in nanoseconds a parameter.
    pub nanoseconds: f64,
    /// The multiple of what its bytes take the triad.
    pub of_bound: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "step-times";
    const QUESTION: &'static str = "What does a step cost, in time?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count(
            "exponent",
            "log₁₀ of the parameters",
            &mut self.exponent,
            2..=7,
        )]
    }

    fn run(&self) -> Outcome {
        let record: StepTimes =
            serde_json::from_str(RECORD).expect("what the bench wrote");
        let parameters = 10_usize.pow(self.exponent as u32);
        let mut times = record.times.iter().filter(|time| time.parameters == parameters);
        let triad = times.next().expect("every length begins with the triad");
        let a_byte = f64::from(triad.picoseconds) / triad.bytes as f64;
        let row = |time: &StepTime| Row {
            name: time.name.clone(),
            bytes: time.bytes,
            nanoseconds: 1e-3 * f64::from(time.picoseconds),
            of_bound: f64::from(time.picoseconds) / (a_byte * time.bytes as f64),
        };
        let rows: Vec<Row> = times.map(row).collect();
        let most = rows.iter().fold(0.0, |most, row| row.of_bound.max(most));
        Outcome { machine: record.machine, parameters, rows, most }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("A step of {} parameters ({})", outcome.parameters, outcome.machine),
            &[
                "optimizer",
                "bytes a parameter",
                "nanoseconds a parameter",
                "of the bound",
            ],
        );
        for row in &outcome.rows {
            table.row(vec![
                row.name.as_str().into(),
                Cell::count(row.bytes),
                Cell::number(row.nanoseconds, 2),
                Cell::number(row.of_bound, 2),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_the_cache_every_step_keeps_up_with_memory() {
        let outcome = Config::default().run();
        for Row { name, of_bound, .. } in &outcome.rows {
            // What the bench is to reach: within a third of a copy of the same bytes.
            assert!(*of_bound <= 1.3, "{name}: {of_bound:.2} of the bound");
        }
        assert_eq!(outcome.rows.len(), 19);
    }
}
