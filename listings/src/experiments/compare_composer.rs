//! A schedule that the reader puts together, beside a constant rate that was tuned: rates
//! and losses of one network, epoch by epoch.

use super::compare_recipe::{Body, Recipe};
use super::compare_task::{Learner, Trial};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use crate::schedules::{Constant, Schedule};
use serde::Serialize;

/// T, in epochs.
pub const EPOCHS: usize = 60;

/// The largest upper bound, which means none.
pub const NO_BOUND: f64 = 10.0;

/// Points of a batch.
const BATCH: usize = 10;

/// The parts of the schedule, and the constant rate beside it.
#[derive(Clone, Debug)]
pub struct Config {
    /// The body, by its number from 1.
    pub body: usize,
    /// η₀.
    pub rate: f64,
    /// W, in epochs.
    pub warmup: usize,
    /// The share of η₀ from which the warm-up rises.
    pub from: f64,
    /// N, in epochs.
    pub length: usize,
    /// γ.
    pub factor: f64,
    /// Epochs of the fall at the end.
    pub finish: usize,
    /// The factor on all rates.
    pub scale: f64,
    /// The lower bound.
    pub least: f64,
    /// The upper bound; 10 is none.
    pub most: f64,
    /// The constant rate of the other network.
    pub constant: f64,
    /// The seed of points, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            body: 6,
            rate: 0.04,
            warmup: 6,
            from: 0.0,
            length: 15,
            factor: 0.5,
            finish: 0,
            scale: 1.0,
            least: 0.0,
            most: NO_BOUND,
            constant: 0.01,
            seed: 1,
        }
    }
}

/// The schedule, and both networks as far as they are trained.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Epochs so far.
    pub epoch: usize,
    /// T.
    pub epochs: usize,
    /// The body in words.
    pub body: &'static str,
    /// The schedule in Rust.
    pub code: Vec<String>,
    /// The rate of each of T epochs.
    #[serde(skip)]
    pub rates: Vec<f64>,
    /// The first of them.
    pub initial: f64,
    /// The largest.
    pub peak: f64,
    /// The last.
    pub last: f64,
    /// Their mean.
    pub mean: f64,
    /// Their sum.
    pub sum: f64,
    /// The constant rate.
    pub constant: f64,
    /// The network under the schedule.
    pub scheduled: Trained,
    /// The network at the constant rate.
    pub plain: Trained,
}

/// A network in training.
#[derive(Clone, Debug, Serialize)]
pub struct Trained {
    /// The training loss at the start and after each epoch that it survived.
    #[serde(skip)]
    pub training: Vec<f64>,
    /// The test loss, likewise.
    #[serde(skip)]
    pub test: Vec<f64>,
    /// The last training loss.
    pub training_loss: f64,
    /// The last test loss.
    pub test_loss: f64,
    /// Whether it diverged; then the losses are the last before.
    pub diverged: bool,
}

impl Config {
    /// The schedule's parts.
    fn recipe(&self) -> Recipe {
        Recipe {
            steps: EPOCHS,
            warmup: self.warmup,
            from: self.from,
            body: Body::ALL[self.body - 1],
            rate: self.rate,
            factor: self.factor,
            length: self.length,
            finish: self.finish,
            scale: self.scale,
            // A lower bound above the upper one is the upper one.
            least: self.least.min(self.most),
            most: if self.most < NO_BOUND { self.most } else { f64::INFINITY },
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "compare-composer";
    const QUESTION: &'static str = "What does a schedule of your own do to training?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::count("body", "body (1–9)", &mut self.body, 1..=9),
            Setting::real("rate", "peak η₀", &mut self.rate, 0.001..=1.0, 0.001)
                .logarithmic(),
            Setting::count("warmup", "warm-up W", &mut self.warmup, 0..=20),
            Setting::real("from", "warm-up from", &mut self.from, 0.0..=1.0, 0.05),
            Setting::count("length", "length N", &mut self.length, 2..=60),
            Setting::real("factor", "factor γ", &mut self.factor, 0.05..=1.0, 0.05),
            Setting::count("finish", "final fall", &mut self.finish, 0..=30),
            Setting::real("scale", "scale", &mut self.scale, 0.25..=4.0, 0.25),
            Setting::real("least", "at least", &mut self.least, 0.0..=0.05, 0.001),
            Setting::real(
                "most",
                "at most (10: any)",
                &mut self.most,
                0.001..=NO_BOUND,
                0.001,
            )
            .logarithmic(),
            Setting::real(
                "constant",
                "constant η",
                &mut self.constant,
                0.001..=1.0,
                0.001,
            )
            .logarithmic(),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let schedule = self.recipe().schedule().expect("every setting is valid");
        let training = || Training::new(Trial::new(Learner::Momentum, BATCH, self.seed));
        Some(Box::new(Pair {
            config: self.clone(),
            schedule,
            scheduled: training(),
            plain: training(),
            epoch: 0,
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title =
            format!("The schedule, and both losses after {} epochs", outcome.epoch);
        let mut table = Table::new(title, &["what", "value"]);
        for (index, line) in outcome.code.iter().enumerate() {
            let line = Cell::Text(line.clone());
            table.row(vec![Cell::Text(format!("line {}", index + 1)), line]);
        }
        let numbers = [
            ("initial rate", outcome.initial),
            ("peak", outcome.peak),
            ("last rate", outcome.last),
            ("mean", outcome.mean),
            ("sum", outcome.sum),
            ("training loss under the schedule", outcome.scheduled.training_loss),
            ("test loss under the schedule", outcome.scheduled.test_loss),
            ("training loss at the constant rate", outcome.plain.training_loss),
            ("test loss at the constant rate", outcome.plain.test_loss),
        ];
        for (what, value) in numbers {
            table.row(vec![what.into(), Cell::number(value, 4)]);
        }
        table
    }
}

struct Training {
    trial: Trial,
    trained: Trained,
}

impl Training {
    fn new(trial: Trial) -> Self {
        let trained = Trained {
            training: Vec::new(),
            test: Vec::new(),
            training_loss: 0.0,
            test_loss: 0.0,
            diverged: false,
        };
        let mut training = Self { trial, trained };
        training.measure();
        training
    }

    fn epoch(&mut self, schedule: &dyn Schedule) {
        self.trial.epoch(schedule);
        self.measure();
    }

    fn measure(&mut self) {
        let trained = &mut self.trained;
        match (self.trial.training_loss(), self.trial.test_loss()) {
            (Some(training), Some(test)) => {
                (trained.training_loss, trained.test_loss) = (training, test);
                trained.training.push(training);
                trained.test.push(test);
            }
            _ => trained.diverged = true,
        }
    }
}

struct Pair {
    config: Config,
    schedule: Box<dyn Schedule>,
    scheduled: Training,
    plain: Training,
    epoch: usize,
}

impl Run<Outcome> for Pair {
    fn advance(&mut self) {
        if self.epoch == EPOCHS {
            return;
        }
        self.scheduled.epoch(&self.schedule);
        self.plain.epoch(&Constant::new(self.config.constant).expect("every setting is valid"));
        self.epoch += 1;
    }

    fn progress(&self) -> f64 {
        self.epoch as f64 / EPOCHS as f64
    }

    fn outcome(&self) -> Outcome {
        let recipe = self.config.recipe();
        let rates: Vec<f64> = (0..EPOCHS).map(|step| self.schedule.rate(step)).collect();
        let sum: f64 = rates.iter().sum();
        Outcome {
            epoch: self.epoch,
            epochs: EPOCHS,
            body: recipe.body.name(),
            code: recipe.code(),
            initial: rates[0],
            peak: rates.iter().copied().fold(0.0, f64::max),
            last: rates[EPOCHS - 1],
            mean: sum / EPOCHS as f64,
            sum,
            rates,
            constant: self.config.constant,
            scheduled: self.scheduled.trained.clone(),
            plain: self.plain.trained.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_body_at_the_constant_rate_is_the_other_network() {
        let config = Config { body: 1, warmup: 0, rate: 0.01, ..Config::default() };
        let outcome = config.run();
        assert_eq!((outcome.epoch, outcome.initial, outcome.last), (60, 0.01, 0.01));
        assert_eq!(outcome.scheduled.test, outcome.plain.test);
        assert_eq!(outcome.scheduled.test.len(), 61);
        // Sixty sums of 0.01.
        assert!((outcome.sum - 0.6).abs() < 1e-14 && (outcome.mean - 0.01).abs() < 1e-16);
    }

    #[test]
    fn every_body_has_its_peak_where_nothing_cuts_it_off() {
        for body in 1..=9 {
            let outcome =
                Config { body, warmup: 0, ..Config::default() }.start().unwrap();
            let outcome = outcome.outcome();
            assert!(
                (outcome.peak - 0.04).abs() < 1e-3,
                "{}: {}",
                outcome.body,
                outcome.peak
            );
            assert_eq!(outcome.code.len(), 1);
        }
    }

    #[test]
    fn a_run_that_diverges_keeps_its_last_losses() {
        let wild =
            Config { body: 1, warmup: 0, rate: 1.0, scale: 4.0, ..Config::default() };
        let outcome = wild.run();
        assert!(outcome.scheduled.diverged && !outcome.plain.diverged);
        assert!(outcome.scheduled.test_loss.is_finite());
        assert_eq!(outcome.scheduled.test.last(), Some(&outcome.scheduled.test_loss));
    }
}
