//! The pipeline on Fisher's irises, over ten seeds.

use super::iris_training::{Samples, Settings, iris_pipeline, measure};
use super::{Experiment, Setting};
use crate::report::{Cell, Table, number};
use crate::statistics::{deviation, mean};
use ndarray::Array1;
use serde::Serialize;

/// How often.
#[derive(Clone, Debug)]
pub struct Config {
    /// Seeds 1, 2, …
    pub seeds: usize,
    /// Epochs without progress until it stops.
    pub patience: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { seeds: 10, patience: Settings::default().patience }
    }
}

/// One row a seed, and what they come to.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// One a seed.
    pub rows: Vec<Row>,
    /// How many seeds.
    pub seeds: usize,
    /// How many of them stopped early.
    pub stopped_early: usize,
    /// Mean and standard error of the test accuracy of the best weights.
    pub best: (f64, f64),
    /// The same of the last weights.
    pub last: (f64, f64),
    /// The mean epochs used.
    pub epochs: f64,
    /// What a flower of the test part counts.
    pub flower: f64,
    /// Mean test loss of the best and of the last weights.
    pub test_losses: (f64, f64),
}

/// A seed.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The seed.
    pub seed: u64,
    /// Epochs used.
    pub epochs: usize,
    /// Whether it stopped early.
    pub stopped_early: bool,
    /// The epoch whose weights are kept, from 1.
    pub best_epoch: usize,
    /// Its validation loss.
    pub validation_loss: f64,
    /// The share of training samples that it has right.
    pub train_accuracy: f64,
    /// The share of test samples.
    pub test_accuracy: f64,
    /// The share of test samples that the last weights have right.
    pub last_accuracy: f64,
    /// The test losses of both.
    pub test_losses: (f64, f64),
    /// The validation loss of each epoch.
    #[serde(skip)]
    pub validation: Vec<f64>,
}

fn row(seed: u64, patience: usize) -> Row {
    let settings = Settings { seed, patience, ..Settings::default() };
    let (task, test, mut run) = iris_pipeline(settings);
    run.train(&task, |_| ()).expect("clipped gradients do not overflow");
    let best = run.stopping().and_then(|stopping| stopping.best()).expect("an epoch");
    let at = |theta: &Array1<f64>, part: &Samples| measure(&task.network, theta, part);
    let (kept, last) = (at(&best.theta, &test), at(run.theta(), &test));
    Row {
        seed,
        epochs: run.history().len(),
        stopped_early: run.history().len() < settings.epochs,
        best_epoch: best.epoch + 1,
        validation_loss: best.loss,
        train_accuracy: at(&best.theta, &task.training).1,
        test_accuracy: kept.1,
        last_accuracy: last.1,
        test_losses: (kept.0, last.0),
        validation: run.history().iter().map(|record| record.validation_loss).collect(),
    }
}

/// The mean and its standard error; of one number there is none.
fn summary(values: &[f64]) -> (f64, f64) {
    let error = if values.len() < 2 { 0.0 } else { deviation(values) };
    (mean(values), error / (values.len() as f64).sqrt())
}

impl Experiment for Config {
    const NAME: &'static str = "loop-iris-seeds";
    const QUESTION: &'static str = "How much of the accuracy on 30 flowers is the seed?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("seeds", "seeds", &mut self.seeds, 1..=20),
            Setting::count("patience", "patience", &mut self.patience, 1..=100),
        ]
    }

    fn run(&self) -> Outcome {
        let rows: Vec<Row> =
            (1..=self.seeds as u64).map(|seed| row(seed, self.patience)).collect();
        let all = |of: fn(&Row) -> f64| rows.iter().map(of).collect::<Vec<f64>>();
        Outcome {
            seeds: self.seeds,
            stopped_early: rows.iter().filter(|row| row.stopped_early).count(),
            best: summary(&all(|row| row.test_accuracy)),
            last: summary(&all(|row| row.last_accuracy)),
            epochs: mean(&all(|row| row.epochs as f64)),
            flower: 1.0 / 30.0,
            test_losses: (
                mean(&all(|row| row.test_losses.0)),
                mean(&all(|row| row.test_losses.1)),
            ),
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "seed",
            "epochs",
            "stopped early",
            "best epoch",
            "validation loss",
            "training accuracy",
            "test accuracy",
            "of the last weights",
        ];
        let mut table = Table::new("The pipeline over seeds", &headings);
        for row in &outcome.rows {
            table.row(vec![
                Cell::Text(row.seed.to_string()),
                Cell::count(row.epochs),
                if row.stopped_early { "yes".into() } else { "no".into() },
                Cell::count(row.best_epoch),
                Cell::number(row.validation_loss, 3),
                Cell::number(row.train_accuracy, 3),
                Cell::number(row.test_accuracy, 3),
                Cell::number(row.last_accuracy, 3),
            ]);
        }
        let with_error = |(mean, error)| {
            Cell::Number(format!("{} ± {}", number(mean, 3), number(error, 3)))
        };
        let all = |of: fn(&Row) -> f64| {
            mean(&outcome.rows.iter().map(of).collect::<Vec<f64>>())
        };
        table.row(vec![
            "mean ± standard error".into(),
            Cell::number(outcome.epochs, 1),
            Cell::Text(format!("{} of {}", outcome.stopped_early, outcome.seeds)),
            Cell::number(all(|row| row.best_epoch as f64), 1),
            Cell::number(all(|row| row.validation_loss), 3),
            Cell::number(all(|row| row.train_accuracy), 3),
            with_error(outcome.best),
            with_error(outcome.last),
        ]);
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_patience_is_never_fewer_epochs() {
        let epochs = |patience| Config { seeds: 2, patience }.run().epochs;
        assert!(epochs(3) <= epochs(15) && epochs(15) <= epochs(100));
        // With the patience of the whole run it ends by the count of epochs.
        assert_eq!(epochs(100), 100.0);
    }
}
