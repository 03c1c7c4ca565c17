//! Five optimizers train one network on three classes, at the rates of the lecture times
//! a factor.

use super::three_classes::{Learner, NAMES, RATES, Samples, optimizer, samples};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use serde::Serialize;

/// Losses are noted after so many epochs.
pub const EVERY: usize = 10;

/// The task and the training.
#[derive(Clone, Debug)]
pub struct Config {
    /// What the rates of the lecture are multiplied by.
    pub factor: f64,
    /// λ of AdamW.
    pub decay: f64,
    /// The probability that a hidden unit is left out.
    pub dropout: f64,
    /// Training samples.
    pub samples: usize,
    /// Full-batch epochs.
    pub epochs: usize,
    /// The seed of samples, start and dropout.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            factor: 1.0,
            decay: 0.01,
            dropout: 0.3,
            samples: 200,
            epochs: 100,
            seed: 1,
        }
    }
}

/// All five, after the same number of epochs.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// What the rates are multiplied by.
    pub factor: f64,
    /// λ of AdamW.
    pub decay: f64,
    /// Training samples.
    pub samples: usize,
    /// Epochs so far.
    pub epoch: usize,
    /// Epochs of the whole run.
    pub epochs: usize,
    /// One an optimizer.
    pub trained: Vec<Trained>,
}

/// A network in training.
#[derive(Clone, Debug, Serialize)]
pub struct Trained {
    /// The optimizer.
    pub name: &'static str,
    /// Its rate.
    pub rate: f64,
    /// Cross-entropy of the training samples, every tenth epoch.
    pub train_losses: Vec<f64>,
    /// That of the test samples.
    pub test_losses: Vec<f64>,
    /// The last of the former.
    pub train_loss: f64,
    /// The last of the latter.
    pub test_loss: f64,
    /// The share of training samples that are right.
    pub train_accuracy: f64,
    /// The share of test samples that are right.
    pub test_accuracy: f64,
    /// Whether it diverged; then the numbers are those of the last sound parameters.
    pub diverged: bool,
}

impl Experiment for Config {
    const NAME: &'static str = "optimizer-classes";
    const QUESTION: &'static str =
        "Which optimizer trains a small network best in 100 full-batch epochs?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "factor",
                "factor on all rates",
                &mut self.factor,
                0.1..=100.0,
                0.1,
            )
            .logarithmic(),
            Setting::real("decay", "λ of AdamW", &mut self.decay, 0.01..=10.0, 0.01)
                .logarithmic(),
            Setting::real("dropout", "dropout", &mut self.dropout, 0.0..=0.6, 0.1),
            Setting::count("samples", "training samples", &mut self.samples, 50..=1600),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let (train, test) = samples(self.samples, self.seed);
        let learner = |index: usize| {
            let (optimizer, rate) =
                (optimizer(index, self.decay), self.factor * RATES[index]);
            Learner::new(optimizer, rate, self.dropout, self.seed)
        };
        let learners: Vec<Learner> = (0..NAMES.len()).map(learner).collect();
        let trained = NAMES.iter().zip(RATES).map(|(&name, rate)| Trained {
            name,
            rate: self.factor * rate,
            train_losses: Vec::new(),
            test_losses: Vec::new(),
            train_loss: 0.0,
            test_loss: 0.0,
            train_accuracy: 0.0,
            test_accuracy: 0.0,
            diverged: false,
        });
        let trained = trained.collect();
        let config = self.clone();
        let mut training =
            Training { config, learners, trained, train, test, next: 0, epoch: 0 };
        (0..NAMES.len()).for_each(|index| training.measure(index));
        Some(Box::new(training))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "After {} full-batch epochs of {} samples",
                outcome.epoch, outcome.samples
            ),
            &[
                "optimizer",
                "rate",
                "training loss",
                "test loss",
                "training accuracy",
                "test accuracy",
            ],
        );
        for trained in &outcome.trained {
            let name = trained.name;
            let diverged = format!("{name}, diverged");
            table.row(vec![
                if trained.diverged { Cell::Text(diverged) } else { name.into() },
                Cell::number(trained.rate, 4),
                Cell::number(trained.train_loss, 3),
                Cell::number(trained.test_loss, 3),
                Cell::number(trained.train_accuracy, 3),
                Cell::number(trained.test_accuracy, 3),
            ]);
        }
        table
    }
}

struct Training {
    config: Config,
    learners: Vec<Learner>,
    trained: Vec<Trained>,
    train: Samples,
    test: Samples,
    /// Whose turn it is in this epoch.
    next: usize,
    /// Epochs that all have finished.
    epoch: usize,
}

impl Training {
    fn measure(&mut self, index: usize) {
        let (learner, trained) = (&self.learners[index], &mut self.trained[index]);
        (trained.train_loss, trained.train_accuracy) = learner.measure(&self.train);
        (trained.test_loss, trained.test_accuracy) = learner.measure(&self.test);
        trained.diverged = learner.diverged;
        trained.train_losses.push(trained.train_loss);
        trained.test_losses.push(trained.test_loss);
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        if self.epoch == self.config.epochs {
            return;
        }
        self.learners[self.next].epoch(&self.train);
        if (self.epoch + 1).is_multiple_of(EVERY) {
            self.measure(self.next);
        }
        self.next += 1;
        if self.next == self.learners.len() {
            (self.next, self.epoch) = (0, self.epoch + 1);
        }
    }

    fn progress(&self) -> f64 {
        let done = self.epoch * self.learners.len() + self.next;
        done as f64 / (self.config.epochs * self.learners.len()) as f64
    }

    fn outcome(&self) -> Outcome {
        Outcome {
            factor: self.config.factor,
            decay: self.config.decay,
            samples: self.config.samples,
            epoch: self.epoch,
            epochs: self.config.epochs,
            trained: self.trained.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_add_up_and_more_of_them_change_nothing() {
        let config = Config { epochs: 10, samples: 50, ..Config::default() };
        let mut run = config.start().expect("it has slices");
        let mut slices = 0;
        while run.progress() < 1.0 {
            run.advance();
            slices += 1;
        }
        let outcome = run.outcome();
        assert_eq!((slices, outcome.epoch), (50, 10));
        assert!(outcome.trained.iter().all(|trained| trained.train_losses.len() == 2));
        run.advance();
        assert_eq!(run.outcome().trained[4].test_loss, outcome.trained[4].test_loss);
        // All start from one network.
        let starts: Vec<f64> = outcome.trained.iter().map(|t| t.test_losses[0]).collect();
        assert!(starts.iter().all(|&start| start == starts[0]));
    }
}
