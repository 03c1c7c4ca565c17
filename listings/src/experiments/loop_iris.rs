//! The pipeline on Fisher's irises, one epoch a slice.

use super::iris_training::{IrisTraining, Samples, Settings, iris_pipeline, measure};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use crate::training::{Classes, EpochRecord};
use ndarray::Array1;
use serde::Serialize;

/// The settings of the pipeline that can be changed.
#[derive(Clone, Debug)]
pub struct Config {
    /// Epochs without progress until it stops.
    pub patience: usize,
    /// The largest norm of a gradient.
    pub clip: f64,
    /// The probability that a hidden unit is left out in training.
    pub dropout: f64,
    /// The seed of everything that is drawn.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        let Settings { patience, clip, dropout, seed, .. } = Settings::default();
        Self { patience, clip, dropout, seed }
    }
}

/// The run as far as it has come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Epochs at most.
    pub epochs: usize,
    /// Epochs so far.
    pub epoch: usize,
    /// One an epoch.
    #[serde(skip)]
    pub history: Vec<EpochRecord>,
    /// Whether it stopped before the last epoch.
    pub stopped_early: bool,
    /// The epoch of the least validation loss, from 1; 0 before the first.
    pub best_epoch: usize,
    /// The least validation loss.
    pub best_validation: f64,
    /// The share of training, validation and test samples that the weights of the best
    /// epoch have right.
    pub best: [f64; 3],
    /// The same of the weights after the last epoch.
    pub last: [f64; 3],
    /// How many gradients were clipped.
    pub clipped: usize,
    /// Updates so far.
    pub updates: usize,
    /// The largest norm of a gradient.
    pub largest_norm: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "loop-iris";
    const QUESTION: &'static str =
        "What does a complete training loop make of 150 irises?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("patience", "patience", &mut self.patience, 1..=100),
            Setting::real("clip", "clipped to norm", &mut self.clip, 0.01..=10.0, 0.01)
                .logarithmic(),
            Setting::real("dropout", "dropout", &mut self.dropout, 0.0..=0.6, 0.05),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let Self { patience, clip, dropout, seed } = *self;
        let settings = Settings { patience, clip, dropout, seed, ..Settings::default() };
        let (task, test, run) = iris_pipeline(settings);
        Some(Box::new(Slices { epochs: settings.epochs, task, test, run }))
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["weights", "epoch", "training", "validation", "test"];
        let title =
            format!("Share of flowers that are right after {} epochs", outcome.epoch);
        let mut table = Table::new(title, &headings);
        for (name, epoch, shares) in [
            ("of the best epoch", outcome.best_epoch, outcome.best),
            ("of the last epoch", outcome.epoch, outcome.last),
        ] {
            let [training, validation, test] = shares.map(|share| Cell::number(share, 3));
            table.row(vec![name.into(), Cell::count(epoch), training, validation, test]);
        }
        table
    }
}

struct Slices {
    epochs: usize,
    task: Classes,
    test: Samples,
    run: IrisTraining,
}

impl Slices {
    fn shares(&self, theta: &Array1<f64>) -> [f64; 3] {
        [&self.task.training, &self.task.validation, &self.test]
            .map(|part| measure(&self.task.network, theta, part).1)
    }
}

impl Run<Outcome> for Slices {
    fn advance(&mut self) {
        if !self.run.is_over() {
            // Clipped gradients at these rates: nothing overflows.
            self.run.epoch(&self.task).expect("finite numbers");
        }
    }

    fn progress(&self) -> f64 {
        if self.run.is_over() {
            1.0
        } else {
            self.run.history().len() as f64 / self.epochs as f64
        }
    }

    fn outcome(&self) -> Outcome {
        let history = self.run.history().to_vec();
        let best = self.run.stopping().and_then(|stopping| stopping.best());
        Outcome {
            epochs: self.epochs,
            epoch: history.len(),
            stopped_early: self.run.is_over() && history.len() < self.epochs,
            best_epoch: best.map_or(0, |best| best.epoch + 1),
            best_validation: best.map_or(0.0, |best| best.loss),
            best: self.shares(self.run.weights()),
            last: self.shares(self.run.theta()),
            clipped: history.iter().map(|record| record.clipped).sum(),
            updates: self.run.updates(),
            largest_norm: history.iter().fold(0.0, |most, r| r.gradient_norm.max(most)),
            history,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_an_epoch_and_a_run_that_is_over_stays_as_it_is() {
        let mut run = Config { patience: 1, ..Config::default() }.start().unwrap();
        assert_eq!((run.progress(), run.outcome().epoch), (0.0, 0));
        run.advance();
        assert_eq!(run.outcome().epoch, 1);
        while run.progress() < 1.0 {
            run.advance();
        }
        let outcome = run.outcome();
        assert!(outcome.stopped_early && outcome.best_epoch == outcome.epoch - 1);
        run.advance();
        assert_eq!(run.outcome().epoch, outcome.epoch);
    }
}
