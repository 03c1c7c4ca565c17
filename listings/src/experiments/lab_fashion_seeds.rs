//! Lab 2: differences of test accuracy to Adam, seed by seed.

use super::{Experiment, Setting};
use crate::labs::fashion::{Against, Method, Model, Record, final_runs, rows, runs};
use crate::report::{Cell, Table};
use serde::Serialize;

/// What is shown.
#[derive(Clone, Debug)]
pub struct Config {
    /// 1 softmax regression, 2 the perceptron, 3 the residual network.
    pub model: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { model: 2 }
    }
}

/// The optimizers that are compared with Adam.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The name of the model.
    pub model: &'static str,
    /// One an optimizer.
    pub others: Vec<Other>,
}

/// An optimizer against Adam.
#[derive(Clone, Debug, Serialize)]
pub struct Other {
    /// Its name.
    pub name: &'static str,
    /// The test accuracy less that of Adam, a seed each, of the seeds that both have.
    pub differences: Vec<f64>,
    /// Their mean, interval and verdict; absent where seeds are missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<Against>,
}

/// A seed and its test accuracy, of one model and optimizer.
fn tests(records: &[Record], model: Model, method: Method) -> Vec<(u64, f64)> {
    let is_this = |record: &&&Record| {
        (record.config.model, record.config.method) == (model, method)
    };
    let groups = final_runs(records);
    let own = groups.iter().flatten().filter(is_this);
    own.filter_map(|record| Some((record.seed, record.outcome.test?.accuracy))).collect()
}

impl Config {
    /// The outcome, of these records.
    pub fn of(&self, records: &[Record]) -> Outcome {
        let model = Model::ALL[self.model - 1];
        let reference = tests(records, model, Method::REFERENCE);
        let rows = rows(records);
        let other = |row: &&crate::labs::fashion::Row| {
            let own = tests(records, model, row.method);
            let differences = own.iter().filter_map(|(seed, accuracy)| {
                let (_, adam) = reference.iter().find(|(other, _)| other == seed)?;
                Some(accuracy - adam)
            });
            Other {
                name: row.method.name(),
                differences: differences.collect(),
                against: row.against,
            }
        };
        let is_shown = |row: &&crate::labs::fashion::Row| {
            row.model == model && row.method != Method::REFERENCE
        };
        Outcome {
            model: model.name(),
            others: rows.iter().filter(is_shown).map(|row| other(&row)).collect(),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "lab-fashion-seeds";
    const QUESTION: &'static str = "Is a difference between optimizers more than noise?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::count("model", "model", &mut self.model, 1..=3)]
    }

    fn run(&self) -> Outcome {
        self.of(&runs())
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!(
            "The {}: test accuracy less that of Adam, in points, with 95 % intervals",
            outcome.model
        );
        let mut table = Table::new(title, &["optimizer", "mean", "±", "verdict"]);
        for Other { name, against, .. } in &outcome.others {
            let points = |value: fn(&Against) -> f64| {
                let against = against.as_ref();
                against.map_or("–".into(), |of| Cell::number(100.0 * value(of), 2))
            };
            table.row(vec![
                (*name).into(),
                points(|of| of.mean),
                points(|of| of.half_width),
                against.map_or("–", |of| of.verdict).into(),
            ]);
        }
        table
    }
}
