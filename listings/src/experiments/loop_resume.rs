//! A run that is interrupted and goes on from a checkpoint in which something is missing.

use super::iris_training::{IrisTraining, Settings, iris_pipeline, measure};
use super::{Experiment, Setting};
use crate::optimizers::AdamW;
use crate::report::{Cell, Table};
use serde::Serialize;
use serde_json::{Value, json};

/// When it is interrupted.
#[derive(Clone, Debug)]
pub struct Config {
    /// The epochs before.
    pub after: usize,
    /// The seed of the pipeline.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { after: 30, seed: 1 }
    }
}

/// One row a checkpoint.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Everything first.
    pub rows: Vec<Row>,
    /// Epochs before the interruption.
    pub after: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// The number of parameters.
    pub parameters: usize,
    /// The bytes of the checkpoint.
    pub bytes: usize,
}

/// A run that went on.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// What the checkpoint has.
    pub name: &'static str,
    /// How many parameters differ from those of the run that was not interrupted.
    pub differ: usize,
    /// By how much at most.
    pub most: f64,
    /// The rate at the end of the first epoch after the interruption.
    pub rate: f64,
    /// The training loss at the end.
    pub train_loss: f64,
}

const NAMES: [&str; 4] = [
    "everything",
    "no state of the optimizer",
    "no step of the schedule",
    "no number of the epoch, so that orders come again",
];

fn without(which: usize, saved: &Value) -> Value {
    let mut value = saved.clone();
    match which {
        0 => {}
        1 => value["optimizer"] = json!(AdamW::default()),
        2 => value["update"] = json!(0),
        // As many epochs are left, but they are drawn as the first were.
        _ => {
            let gone = value["history"].as_array().map_or(0, Vec::len);
            let epochs = value["recipe"]["epochs"].as_u64().expect("a count");
            value["recipe"]["epochs"] = json!(epochs - gone as u64);
            value["history"] = json!([]);
        }
    }
    value
}

impl Experiment for Config {
    const NAME: &'static str = "loop-resume";
    const QUESTION: &'static str = "What has to be in a checkpoint?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("after", "interrupted after epoch", &mut self.after, 1..=59),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        let settings =
            Settings { epochs: 60, patience: 60, seed: self.seed, ..Settings::default() };
        let (task, _, mut run) = iris_pipeline(settings);
        let mut saved = Value::Null;
        run.train(&task, |run| {
            if run.history().len() == self.after {
                saved = json!(run);
            }
        })
        .expect("clipped gradients do not overflow");
        let row = |which: usize| {
            let state = without(which, &saved);
            let mut other: IrisTraining =
                serde_json::from_value(state).expect("a state of this kind");
            let before = other.history().len();
            other.train(&task, |_| ()).expect("clipped gradients do not overflow");
            let pairs = other.theta().iter().zip(run.theta());
            Row {
                name: NAMES[which],
                differ: pairs.clone().filter(|(a, b)| a.to_bits() != b.to_bits()).count(),
                most: pairs.fold(0.0, |most: f64, (a, b)| most.max((a - b).abs())),
                rate: other.history()[before].rate,
                train_loss: measure(&task.network, other.theta(), &task.training).0,
            }
        };
        Outcome {
            rows: (0..NAMES.len()).map(row).collect(),
            after: self.after,
            epochs: settings.epochs,
            parameters: run.theta().len(),
            bytes: saved.to_string().len(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "the checkpoint has",
            "rate in the next epoch",
            "parameters that differ in the end",
            "by at most",
            "training loss in the end",
        ];
        let title = format!(
            "Interrupted after {} of {} epochs, {} parameters",
            outcome.after, outcome.epochs, outcome.parameters
        );
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            table.row(vec![
                row.name.into(),
                Cell::number(row.rate, 4),
                Cell::count(row.differ),
                Cell::number(row.most, 2),
                Cell::number(row.train_loss, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_everything_not_a_bit_differs_wherever_it_is_interrupted() {
        for after in [1, 17, 59] {
            let rows = Config { after, ..Config::default() }.run().rows;
            assert_eq!((rows[0].differ, rows[0].most), (0, 0.0));
            assert!(rows[1].differ > 0 && rows[2].differ > 0 && rows[3].differ > 0);
        }
    }
}
