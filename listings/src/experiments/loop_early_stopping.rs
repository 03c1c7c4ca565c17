//! A network that overfits, and where early stopping would have ended it.

use super::overfit_training::{Overfitting, overfitting};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use crate::training::{Classes, EarlyStopping};
use ndarray::Array1;
use serde::Serialize;

/// Epochs in all.
pub const EPOCHS: usize = 120;

/// Epochs a slice.
const SLICE: usize = 2;

/// The patiences of the table.
const PATIENCES: [usize; 7] = [1, 2, 5, 10, 20, 40, 80];

/// When to stop.
#[derive(Clone, Debug)]
pub struct Config {
    /// Epochs without progress.
    pub patience: usize,
    /// What counts as progress.
    pub min_delta: f64,
    /// The seed of points, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { patience: 10, min_delta: 0.0, seed: 1 }
    }
}

/// The run to its end, and where it would have stopped.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Epochs so far.
    pub epoch: usize,
    /// The training loss of each epoch.
    #[serde(skip)]
    pub training: Vec<f64>,
    /// The validation loss of each epoch.
    #[serde(skip)]
    pub validation: Vec<f64>,
    /// With the patience of the configuration.
    pub stop: Stop,
    /// The epoch of the least validation loss of all, from 1; 0 before the first.
    pub least_epoch: usize,
    /// That loss.
    pub least: f64,
    /// The validation loss at the end.
    pub last: f64,
    /// With other patiences.
    pub patiences: Vec<Stop>,
    /// min_delta.
    pub min_delta: f64,
}

/// Where early stopping ends a run.
#[derive(Clone, Debug, Serialize)]
pub struct Stop {
    /// The patience.
    pub patience: usize,
    /// Epochs until it stops, or all so far.
    pub epochs: usize,
    /// Whether it stopped.
    pub has_stopped: bool,
    /// The epoch whose weights are restored, from 1; 0 before the first.
    pub restored: usize,
    /// The validation loss of these.
    pub restored_loss: f64,
    /// The validation loss of the epoch in which it stopped.
    pub last_loss: f64,
}

fn stop(patience: usize, min_delta: f64, losses: &[f64]) -> Stop {
    let mut stopping = EarlyStopping::new(patience, min_delta).expect("in their ranges");
    let mut epochs = 0;
    for &loss in losses {
        // The losses are known already; what it keeps is looked up by the epoch.
        stopping.observe(epochs, loss, &Array1::zeros(0));
        epochs += 1;
        if stopping.is_over() {
            break;
        }
    }
    let best = stopping.best();
    Stop {
        patience,
        epochs,
        has_stopped: stopping.is_over(),
        restored: best.map_or(0, |best| best.epoch + 1),
        restored_loss: best.map_or(0.0, |best| best.loss),
        last_loss: epochs.checked_sub(1).map_or(0.0, |last| losses[last]),
    }
}

impl Experiment for Config {
    const NAME: &'static str = "loop-early-stopping";
    const QUESTION: &'static str = "Where does early stopping end a run that overfits?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("patience", "patience", &mut self.patience, 1..=80),
            Setting::real(
                "min_delta",
                "min_delta",
                &mut self.min_delta,
                0.0..=0.2,
                0.005,
            ),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let (task, _, run) = overfitting([40, 40, 0, 0], EPOCHS, self.seed);
        Some(Box::new(Slices { config: self.clone(), task, run }))
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = [
            "patience",
            "epochs",
            "restored epoch",
            "its validation loss",
            "validation loss at the stop",
        ];
        let title = format!("Where it stops, min_delta = {}", outcome.min_delta);
        let mut table = Table::new(title, &headings);
        for stop in &outcome.patiences {
            let epochs = if stop.has_stopped {
                stop.epochs.to_string()
            } else {
                format!("all {}", stop.epochs)
            };
            table.row(vec![
                Cell::Text(stop.patience.to_string()),
                Cell::Number(epochs),
                Cell::count(stop.restored),
                Cell::number(stop.restored_loss, 3),
                Cell::number(stop.last_loss, 3),
            ]);
        }
        table
    }
}

struct Slices {
    config: Config,
    task: Classes,
    run: Overfitting,
}

impl Run<Outcome> for Slices {
    fn advance(&mut self) {
        for _ in 0..SLICE {
            if !self.run.is_over() {
                self.run.epoch(&self.task).expect("points of order one");
            }
        }
    }

    fn progress(&self) -> f64 {
        self.run.history().len() as f64 / EPOCHS as f64
    }

    fn outcome(&self) -> Outcome {
        let history = self.run.history();
        let validation: Vec<f64> = history.iter().map(|r| r.validation_loss).collect();
        let Config { patience, min_delta, .. } = self.config;
        let all = stop(EPOCHS, 0.0, &validation);
        Outcome {
            epoch: history.len(),
            training: history.iter().map(|record| record.train_loss).collect(),
            stop: stop(patience, min_delta, &validation),
            least_epoch: all.restored,
            least: all.restored_loss,
            last: all.last_loss,
            patiences: PATIENCES
                .map(|patience| stop(patience, min_delta, &validation))
                .to_vec(),
            min_delta,
            validation,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_network_overfits_and_patience_is_paid_in_epochs() {
        for seed in 1..=3 {
            let outcome = Config { seed, ..Config::default() }.run();
            assert!(outcome.last > outcome.least + 0.05, "{seed}: {}", outcome.last);
            let epochs: Vec<usize> =
                outcome.patiences.iter().map(|stop| stop.epochs).collect();
            assert!(epochs.is_sorted(), "{epochs:?}");
            // With min_delta = 0 more patience never restores a worse epoch.
            let losses: Vec<f64> =
                outcome.patiences.iter().map(|stop| -stop.restored_loss).collect();
            assert!(losses.is_sorted(), "{losses:?}");
        }
    }
}
