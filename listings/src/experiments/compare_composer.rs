//! A schedule that the reader puts together, beside a constant rate that was tuned: rates
//! and losses of one network.

use super::compare_recipe::{Body, Recipe};
use super::compare_task::{Learner, Trial};
use super::schedule_curve::{Curve, sampled};
use super::{Experiment, Run, Setting, finish};
use crate::report::{Cell, Table};
use crate::schedules::{Constant, Schedule};
use serde::Serialize;

/// T, in updates.
pub const UPDATES: usize = 600;

/// Updates of a slice, after which both losses are taken.
const SLICE: usize = 10;

/// The largest upper bound, which means none.
pub const NO_BOUND: f64 = 10.0;

/// Points of a batch.
const BATCH: usize = 5;

/// The parts of the schedule, and the constant rate beside it.
#[derive(Clone, Debug)]
pub struct Config {
    /// The body, by its number from 1.
    pub body: usize,
    /// η₀.
    pub rate: f64,
    /// W, in updates.
    pub warmup: usize,
    /// The share of η₀ from which the warm-up rises.
    pub from: f64,
    /// N, in updates.
    pub length: usize,
    /// γ.
    pub factor: f64,
    /// Updates of the fall at the end.
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
            rate: 0.08,
            warmup: 60,
            from: 0.0,
            length: 150,
            factor: 0.5,
            finish: 0,
            scale: 1.0,
            least: 0.0,
            most: NO_BOUND,
            constant: 0.04,
            seed: 1,
        }
    }
}

/// The schedule, and both networks as far as they are trained.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Updates so far.
    pub step: usize,
    /// T.
    pub steps: usize,
    /// The body in words.
    pub body: &'static str,
    /// The schedule in Rust.
    pub code: Vec<String>,
    /// The rates over T updates: the first, the last, the mean, the greatest, the curve.
    pub curve: Curve,
    /// Σ η(t).
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
    /// The training loss at the start and after every ten updates that it survived.
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
            steps: UPDATES,
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
            Setting::count("warmup", "warm-up W", &mut self.warmup, 0..=200),
            Setting::real("from", "warm-up from", &mut self.from, 0.0..=1.0, 0.05),
            Setting::count("length", "length N", &mut self.length, 2..=600),
            Setting::real("factor", "factor γ", &mut self.factor, 0.05..=1.0, 0.05),
            Setting::count("finish", "final fall", &mut self.finish, 0..=300),
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
            step: 0,
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title =
            format!("The schedule, and both losses after {} updates", outcome.step);
        let mut table = Table::new(title, &["what", "value"]);
        for (index, line) in outcome.code.iter().enumerate() {
            let line = Cell::Text(line.clone());
            table.row(vec![Cell::Text(format!("line {}", index + 1)), line]);
        }
        let numbers = [
            ("initial rate", outcome.curve.initial),
            ("peak", outcome.curve.greatest),
            ("last rate", outcome.curve.last),
            ("mean", outcome.curve.mean),
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

    fn train(&mut self, schedule: &dyn Schedule) {
        self.trial.train(schedule, SLICE);
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
    step: usize,
}

impl Run<Outcome> for Pair {
    fn advance(&mut self) {
        if self.step == UPDATES {
            return;
        }
        let constant =
            Constant::new(self.config.constant).expect("every setting is valid");
        self.scheduled.train(&self.schedule);
        self.plain.train(&constant);
        self.step += SLICE;
    }

    fn progress(&self) -> f64 {
        self.step as f64 / UPDATES as f64
    }

    fn outcome(&self) -> Outcome {
        let recipe = self.config.recipe();
        let curve = sampled(&self.schedule, UPDATES);
        Outcome {
            step: self.step,
            steps: UPDATES,
            body: recipe.body.name(),
            code: recipe.code(),
            sum: curve.mean * UPDATES as f64,
            curve,
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
        let config = Config { body: 1, warmup: 0, rate: 0.04, ..Config::default() };
        let outcome = config.run();
        assert_eq!((outcome.step, outcome.curve.last), (600, 0.04));
        assert_eq!(outcome.scheduled.test, outcome.plain.test);
        assert_eq!(outcome.scheduled.test.len(), 61);
        // Six hundred sums of 0.04.
        assert!((outcome.sum - 24.0).abs() < 1e-12);
    }

    #[test]
    fn every_body_has_its_peak_where_nothing_cuts_it_off() {
        for body in 1..=9 {
            let run = Config { body, warmup: 0, ..Config::default() }.start().unwrap();
            let Outcome { curve, code, body, .. } = run.outcome();
            // The peak of 1cycle lies at step 0.3 T − 1, which is whole here.
            assert!((curve.greatest - 0.08).abs() < 1e-15, "{body}: {}", curve.greatest);
            assert_eq!(code.len(), 1);
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
