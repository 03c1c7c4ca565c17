//! A network in training that cuts its rate when the validation loss stops falling.

use super::rate_problem::{Regressor, Samples, part, regression, standardized};
use super::schedule_curve::{Curve, sampled, written};
use super::{Experiment, Run, Setting, finish};
use crate::data::{batches, seeded};
use crate::losses::{Loss, MeanSquaredError};
use crate::models::Model;
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Table};
use crate::schedules::{Cut, ReduceOnPlateau, Schedule, Threshold};
use crate::training::epoch;
use ndarray::Array1;
use rand_pcg::Pcg64;
use serde::Serialize;

/// Samples to train on, and as many to validate on.
pub const SAMPLES: usize = 200;

/// Samples in a batch.
pub const BATCH: usize = 10;

/// The standard deviation of the noise in a target.
const NOISE: f64 = 60.0;

/// A loss above this has diverged.
const DIVERGED: f64 = 1e6;

/// Reduce on plateau, on a network of widths 10, 8 and 1.
#[derive(Clone, Debug)]
pub struct Config {
    /// η₀.
    pub rate: f64,
    /// γ.
    pub factor: f64,
    /// How many values in a row that are no better are tolerated.
    pub patience: usize,
    /// By which share of the best a value must be better, in percent.
    pub threshold: f64,
    /// How many values after a cut are not counted.
    pub cooldown: usize,
    /// Passes over the samples.
    pub epochs: usize,
    /// The seed of samples, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            rate: 0.12,
            factor: 0.3,
            patience: 5,
            threshold: 0.01,
            cooldown: 0,
            epochs: 80,
            seed: 1,
        }
    }
}

/// Two networks as far as they have come: one listens, one keeps its rate.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Epochs so far.
    pub epoch: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// How many cuts there were.
    pub cuts: usize,
    /// The first epoch of each new rate.
    pub cut_epochs: Vec<usize>,
    /// The rate now.
    pub rate: f64,
    /// The mean rate so far.
    pub mean_rate: f64,
    /// The mean validation loss of the last ten epochs, under the schedule.
    pub late: f64,
    /// The same at the constant rate η₀.
    pub constant_late: f64,
    /// The least validation loss, under the schedule.
    pub best: f64,
    /// Whether one of the two went beyond 10⁶.
    pub diverged: bool,
    /// The rates so far.
    #[serde(skip)]
    pub schedule: Option<Curve>,
    /// Training loss of each epoch.
    #[serde(skip)]
    pub training: Vec<f64>,
    /// Validation loss after each epoch.
    #[serde(skip)]
    pub validation: Vec<f64>,
    /// Validation loss after each epoch at the constant rate.
    #[serde(skip)]
    pub constant: Vec<f64>,
}

/// A network in training, with samples that it does not see.
pub struct Learner {
    network: Regressor,
    theta: Array1<f64>,
    training: Samples,
    held_out: Samples,
    random: Pcg64,
    /// Training loss of each epoch, of batches before their steps.
    pub losses: Vec<f64>,
    /// Validation loss after each epoch.
    pub validation: Vec<f64>,
    /// Whether a loss went beyond the bound; nothing happens from then on.
    pub diverged: bool,
}

impl Learner {
    /// A fresh network; the same for every schedule of a seed, and so are the batches.
    pub fn new(seed: u64) -> Self {
        let samples = standardized(&regression(2 * SAMPLES, NOISE, seed), SAMPLES);
        let network = Regressor::new(&[10, 8, 1]);
        Self {
            theta: network.0.initial(&mut seeded(seed)),
            network,
            training: part(&samples, 0..SAMPLES),
            held_out: part(&samples, SAMPLES..2 * SAMPLES),
            random: seeded(1000 + seed),
            losses: Vec::new(),
            validation: Vec::new(),
            diverged: false,
        }
    }

    /// One epoch at one rate; gives the validation loss after it.
    pub fn epoch(&mut self, rate: f64) -> Option<f64> {
        if self.diverged {
            return None;
        }
        let trained = epoch(
            &self.network,
            &MeanSquaredError,
            (&self.training.0, &self.training.1),
            &batches(SAMPLES, BATCH, &mut self.random),
            &mut self.theta,
            &mut GradientDescent,
            rate,
        );
        let (inputs, targets) = &self.held_out;
        let loss =
            MeanSquaredError.value(&self.network.predict(&self.theta, inputs), targets);
        match trained {
            Ok(mean) if mean < DIVERGED && loss < DIVERGED => {
                self.losses.push(mean);
                self.validation.push(loss);
                Some(loss)
            }
            _ => {
                self.diverged = true;
                None
            }
        }
    }
}

/// The mean of the last `count` values, or of all; 0 of none.
pub fn late_mean(values: &[f64], count: usize) -> f64 {
    let late = &values[values.len().saturating_sub(count)..];
    late.iter().sum::<f64>() / late.len().max(1) as f64
}

impl Config {
    fn schedule(&self) -> ReduceOnPlateau {
        ReduceOnPlateau::new(self.rate, self.factor)
            .and_then(|s| s.with_threshold(Threshold::Relative(self.threshold / 100.0)))
            .expect("the ranges of the settings are valid")
            .with_patience(self.patience)
            .with_cooldown(self.cooldown)
    }
}

impl Experiment for Config {
    const NAME: &'static str = "plateau-training";
    const QUESTION: &'static str = "When does a schedule that listens cut the rate?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { rate, factor, patience, threshold, cooldown, epochs, seed } = self;
        vec![
            Setting::real("rate", "initial rate η₀", rate, 0.001..=0.2, 0.001)
                .logarithmic(),
            Setting::real("factor", "factor γ", factor, 0.05..=0.9, 0.05),
            Setting::count("patience", "patience", patience, 0..=30),
            Setting::real("threshold", "threshold in %", threshold, 0.0..=10.0, 0.01),
            Setting::count("cooldown", "cooldown", cooldown, 0..=20),
            Setting::count("epochs", "epochs", epochs, 20..=150),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Training {
            schedule: self.schedule(),
            learners: [Learner::new(self.seed), Learner::new(self.seed)],
            epoch: 0,
            config: self.clone(),
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Rates in {} epochs", outcome.epoch);
        let mut table =
            Table::new(title, &["from epoch", "rate η", "validation loss before"]);
        let Some(schedule) = &outcome.schedule else { return table };
        let at = |epoch: usize| {
            let step = schedule.steps.iter().position(|&step| step == epoch);
            written(schedule.rates[step.unwrap_or(0)])
        };
        table.row(vec![Cell::count(0), Cell::Number(at(0)), Cell::Text("none".into())]);
        for &epoch in &outcome.cut_epochs {
            let before = outcome.validation[epoch - 1];
            let rate =
                if epoch < outcome.epoch { at(epoch) } else { written(outcome.rate) };
            table.row(vec![
                Cell::count(epoch),
                Cell::Number(rate),
                Cell::number(before, 3),
            ]);
        }
        table
    }
}

struct Training {
    schedule: ReduceOnPlateau,
    /// The one that listens, and the one that keeps its rate.
    learners: [Learner; 2],
    epoch: usize,
    config: Config,
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        if self.epoch == self.config.epochs {
            return;
        }
        let [listening, constant] = &mut self.learners;
        if let Some(loss) = listening.epoch(self.schedule.rate(self.epoch)) {
            self.schedule.observe(loss);
        }
        constant.epoch(self.config.rate);
        self.epoch += 1;
    }

    fn progress(&self) -> f64 {
        self.epoch as f64 / self.config.epochs as f64
    }

    fn outcome(&self) -> Outcome {
        let [listening, constant] = &self.learners;
        let schedule = (self.epoch > 0).then(|| sampled(&self.schedule, self.epoch));
        let cuts: Vec<Cut> = self.schedule.cuts().to_vec();
        Outcome {
            epoch: self.epoch,
            epochs: self.config.epochs,
            cuts: cuts.len(),
            cut_epochs: cuts.iter().map(|cut| cut.step).collect(),
            rate: self.schedule.rate(self.epoch),
            mean_rate: schedule.as_ref().map_or(self.config.rate, |curve| curve.mean),
            late: late_mean(&listening.validation, 10),
            constant_late: late_mean(&constant.validation, 10),
            best: listening.validation.iter().copied().reduce(f64::min).unwrap_or(0.0),
            diverged: listening.diverged || constant.diverged,
            schedule,
            training: listening.losses.clone(),
            validation: listening.validation.clone(),
            constant: constant.validation.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn until_the_first_cut_the_two_runs_are_one() {
        let outcome = Config::default().run();
        let first = outcome.cut_epochs[0];
        assert_eq!(outcome.validation[..first], outcome.constant[..first]);
        assert_ne!(outcome.validation[first], outcome.constant[first]);
        let [before, after] = [first - 1, first].map(|at| {
            let schedule = outcome.schedule.as_ref().unwrap();
            schedule.rates[schedule.steps.iter().position(|&step| step == at).unwrap()]
        });
        assert_eq!((before, after), (0.12, 0.12 * 0.3));
    }

    #[test]
    fn a_cooldown_keeps_cuts_apart() {
        let outcome = Config { cooldown: 4, ..Config::default() }.run();
        let gaps = outcome.cut_epochs.windows(2).map(|pair| pair[1] - pair[0]);
        // Patience 5 is six values, after the four of the cooldown.
        assert!(gaps.min().unwrap() >= 10, "{:?}", outcome.cut_epochs);
    }
}
