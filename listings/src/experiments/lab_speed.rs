//! How long the quick run of each lab takes, and where the time goes.

use super::{Experiment, Setting};
use crate::labs::{Record, recorded};
use crate::report::{Cell, Table};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The records of `--quick` of each lab, two seeds, one file behind the other, from a machine
/// that had nothing else to do.
const RECORDS: &str = include_str!("../labs/records/quick.jsonl");

/// Nothing to choose: times are measured, not computed.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// A row a lab.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// One a lab.
    pub rows: Vec<Row>,
    /// The machine.
    pub machine: String,
}

/// The quick run of a lab.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its name on the command line.
    pub lab: String,
    /// How many runs.
    pub runs: usize,
    /// How many at once.
    pub jobs: usize,
    /// The seconds of all runs, over how many ran at once.
    pub seconds: f64,
    /// Samples trained on a second by one run, over the runs that train on batches.
    pub samples_per_second: f64,
    /// The shares of the time that go into reading and preparing data, training, and
    /// evaluation; what is left of 1 is none of them.
    pub shares: [f64; 3],
}

fn row(lab: &str, records: &[&Record<Value, Value>]) -> Row {
    let total: f64 = records.iter().map(|record| record.seconds).sum();
    let part = |name: &str| -> f64 {
        records.iter().filter_map(|record| record.parts.get(name)).sum::<f64>() / total
    };
    let trained: Vec<_> = records.iter().filter(|record| record.samples > 0).collect();
    let samples: f64 = trained.iter().map(|record| record.samples as f64).sum();
    let seconds: f64 = trained
        .iter()
        .map(|record| record.parts.get("training").copied().unwrap_or(record.seconds))
        .sum();
    let jobs = records[0].jobs;
    Row {
        lab: lab.to_string(),
        runs: records.len(),
        jobs,
        seconds: total / jobs as f64,
        samples_per_second: samples / seconds,
        shares: ["data", "training", "evaluation"].map(part),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-speed";
    const QUESTION: &'static str = "How long does a lab take, and with what?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let records = recorded::<Value, Value>(RECORDS);
        let mut labs: BTreeMap<&str, Vec<&Record<Value, Value>>> = BTreeMap::new();
        for record in &records {
            labs.entry(&record.lab).or_default().push(record);
        }
        Outcome {
            rows: labs.into_iter().map(|(lab, records)| row(lab, &records)).collect(),
            machine: records[0].machine.clone(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "lab",
            "runs",
            "at once",
            "seconds in all",
            "samples a second and run",
            "data, %",
            "training, %",
            "evaluation, %",
        ];
        let title = format!("The quick runs, two seeds, on {}", outcome.machine);
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let [data, training, evaluation] =
                row.shares.map(|share| Cell::number(100.0 * share, 0));
            table.row(vec![
                Cell::Text(row.lab.clone()),
                Cell::count(row.runs),
                Cell::count(row.jobs),
                Cell::number(row.seconds, 1),
                Cell::number(row.samples_per_second, 0),
                data,
                training,
                evaluation,
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_quick_run_takes_two_minutes() {
        for row in Config.run().rows {
            assert!(row.seconds < 120.0 && row.seconds > 0.0, "{row:?}");
            let parts: f64 = row.shares.iter().sum();
            assert!(parts > 0.5 && parts <= 1.0 + 1e-9, "{row:?}");
        }
    }
}
