//! Lab 2: what a step of each optimizer costs, in time and in memory.

use super::{Experiment, Setting};
use crate::labs::fashion::{Config as Run, Method, Model, Outcome as Found, Record};
use crate::labs::recorded;
use crate::report::{Cell, Table};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The quick runs of all labs, from a machine that had nothing else to do.
const RECORDS: &str = include_str!("../labs/records/quick.jsonl");

/// Nothing to choose: times are measured, not computed.
#[derive(Clone, Debug, Default)]
pub struct Config;

/// A row a model and an optimizer.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// One a model and an optimizer.
    pub rows: Vec<Row>,
    /// The largest share of its update that an optimizer takes, by model.
    pub share: BTreeMap<&'static str, f64>,
    /// The mean milliseconds of an update, by model.
    pub milliseconds: BTreeMap<&'static str, f64>,
    /// The machine.
    pub machine: String,
}

/// An update: a gradient, and a step.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What is trained.
    #[serde(skip)]
    pub model: Model,
    /// What takes the steps.
    #[serde(skip)]
    pub method: Method,
    /// Milliseconds of an update in all.
    pub update: f64,
    /// Microseconds of the optimizer's step in it.
    pub step: f64,
    /// The share of the step.
    pub share: f64,
    /// Numbers that the optimizer remembers for each parameter.
    pub numbers: usize,
    /// Kilobytes of them for all parameters of the model.
    pub kilobytes: f64,
}

/// The records of this lab among those of all.
fn own(text: &str) -> Vec<Record> {
    let is_own = |line: &&str| {
        let value: Option<Value> = serde_json::from_str(line).ok();
        value.is_some_and(|value| value["lab"] == "l2")
    };
    let lines: Vec<&str> = text.lines().filter(is_own).collect();
    recorded::<Run, Found>(&lines.join("\n"))
}

fn row(records: &[Record], model: Model, method: Method) -> Option<Row> {
    let all: Vec<&Record> = records
        .iter()
        .filter(|record| (record.config.model, record.config.method) == (model, method))
        .collect();
    let first = all.first()?;
    let part = |name: &str| -> f64 {
        all.iter().filter_map(|record| record.parts.get(name)).sum()
    };
    let updates: usize = all
        .iter()
        .map(|record| {
            let Run { epochs, training, batch, .. } = record.config;
            epochs * training.div_ceil(batch)
        })
        .sum();
    let (update, step) = (part("training"), part("step"));
    let numbers = method.numbers();
    let bytes = numbers * first.outcome.parameters * size_of::<f64>();
    Some(Row {
        model,
        method,
        update: 1e3 * update / updates as f64,
        step: 1e6 * step / updates as f64,
        share: step / update,
        numbers,
        kilobytes: 1e-3 * bytes as f64,
    })
}

impl Experiment for Config {
    const NAME: &'static str = "lab-fashion-cost";
    const QUESTION: &'static str = "What does an optimizer cost in time and in memory?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        Vec::new()
    }

    fn run(&self) -> Outcome {
        let records = own(RECORDS);
        let all = Model::ALL
            .into_iter()
            .flat_map(|model| Method::ALL.map(|method| (model, method)));
        let rows: Vec<Row> =
            all.filter_map(|(model, method)| row(&records, model, method)).collect();
        let (mut share, mut times) = (BTreeMap::new(), BTreeMap::new());
        for row in &rows {
            let most: &mut f64 = share.entry(row.model.key()).or_default();
            *most = most.max(row.share);
            let sum: &mut f64 = times.entry(row.model.key()).or_default();
            *sum += row.update / Method::ALL.len() as f64;
        }
        let machine = records.first().map(|record| record.machine.clone());
        Outcome { rows, share, milliseconds: times, machine: machine.unwrap_or_default() }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            "An update of 64 images: its time, the part of it that is the optimizer's own \
             step, and what the optimizer remembers",
            &[
                "model",
                "optimizer",
                "update, ms",
                "step, µs",
                "share of the step, %",
                "numbers a parameter",
                "state, kB",
            ],
        );
        for row in &outcome.rows {
            table.row(vec![
                row.model.name().into(),
                row.method.name().into(),
                Cell::number(row.update, 2),
                Cell::number(row.step, 1),
                Cell::number(100.0 * row.share, 2),
                Cell::count(row.numbers),
                Cell::number(row.kilobytes, 0),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_of_other_labs_are_left_out() {
        let line = r#"{"lab":"l1","config":{"rate":1}}"#;
        assert!(own(&format!("{line}\n{line}\n")).is_empty());
        assert!(own("").is_empty());
    }

    #[test]
    fn an_update_is_the_gradient_and_the_step() {
        let line = r#"{"lab":"l2","revision":1,"version":"0","config":{"model":{"Perceptron":64},"method":"Adam","rate":0.01,"stage":"Final","side":14,"validation":0.025,"training":1000,"epochs":2,"batch":64},"seed":1,"outcome":{"parameters":1000,"curve":[]},"samples":2000,"seconds":1.0,"parts":{"training":0.064,"step":0.016},"jobs":2,"machine":"m"}"#;
        let found = row(&own(line), Model::Perceptron(64), Method::Adam).unwrap();
        // 32 updates, of which the last of each epoch has fewer images; 16 kB of two
        // numbers of 8 bytes for each of 1000 parameters.
        assert!((found.update - 2.0).abs() < 1e-12, "{found:?}");
        assert!((found.step - 500.0).abs() < 1e-9, "{found:?}");
        assert_eq!((found.share, found.numbers, found.kilobytes), (0.25, 2, 16.0));
        assert!(row(&own(line), Model::Softmax, Method::Adam).is_none());
    }

    /// What the page says in words, of the quick runs that are in the repository.
    #[test]
    fn a_step_is_a_small_part_of_an_update_and_the_residual_network_takes_longest() {
        let found = Config.run();
        for row in &found.rows {
            assert!(row.share < 0.5, "{row:?}");
        }
        if let [Some(small), Some(large)] =
            ["perceptron", "residual"].map(|model| found.milliseconds.get(model))
        {
            assert!(large > &(10.0 * small), "{small} {large}");
            assert!(found.share["residual"] < 0.02);
        }
    }
}
