//! A gallery of loss curves, each of a run with one fault.

use super::{Experiment, Run, Setting, finish};
use crate::diagnosing::{EPOCHS, Fault, Patient, Setup};
use crate::report::{Cell, Table, number};
use serde::Serialize;

/// Whose curves are shown, after the healthy one.
const SHOWN: [Fault; 8] = [
    Fault::RateTooSmall,
    Fault::RateTooLarge,
    Fault::PiledGradients,
    Fault::ScheduleTooOften,
    Fault::ShiftedLabels,
    Fault::Overfitting,
    Fault::LeakedEvaluation,
    Fault::ForgottenShuffle,
];

/// A seed.
#[derive(Clone, Debug)]
pub struct Config {
    /// The seed of samples, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { seed: 1 }
    }
}

/// Nine runs as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Epochs so far.
    pub epoch: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// ln 2.
    pub indifferent: f64,
    /// The curves.
    pub curves: Vec<Curve>,
}

/// One run.
#[derive(Clone, Debug, Serialize)]
pub struct Curve {
    /// What is wrong.
    pub name: &'static str,
    /// The reported training loss of each epoch.
    #[serde(skip)]
    pub training: Vec<f64>,
    /// The validation loss after each epoch.
    #[serde(skip)]
    pub validation: Vec<f64>,
    /// The loss of the first batch.
    pub first: f64,
    /// Whether the run ended before its last epoch.
    pub has_ended: bool,
    /// The last of the training losses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_training: Option<f64>,
    /// The last of the validation losses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_validation: Option<f64>,
}

impl Experiment for Config {
    const NAME: &'static str = "diagnosing-curves";
    const QUESTION: &'static str = "What does each fault do to the loss curves?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::seed(&mut self.seed)]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let mut patients = vec![("healthy", Patient::new(Setup::healthy(), self.seed))];
        patients.extend(SHOWN.map(|fault| {
            (fault.words().name, Patient::new(fault.setup(false), self.seed))
        }));
        Some(Box::new(Gallery { patients, turn: 0 }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("Losses after {} epochs", outcome.epoch);
        let mut table = Table::new(title, &["run", "training loss", "validation loss"]);
        let written = |loss: Option<f64>| {
            Cell::Number(loss.map_or("none".into(), |loss| number(loss, 3)))
        };
        for curve in &outcome.curves {
            table.row(vec![
                curve.name.into(),
                written(curve.last_training),
                written(curve.last_validation),
            ]);
        }
        table
    }
}

struct Gallery {
    patients: Vec<(&'static str, Patient)>,
    /// Whose epoch it is: a slice is an epoch of one network.
    turn: usize,
}

impl Run<Outcome> for Gallery {
    fn advance(&mut self) {
        let number = self.patients.len();
        if self.turn < EPOCHS * number {
            self.patients[self.turn % number].1.epoch();
            self.turn += 1;
        }
    }

    fn progress(&self) -> f64 {
        self.turn as f64 / (EPOCHS * self.patients.len()) as f64
    }

    fn outcome(&self) -> Outcome {
        let last =
            |losses: &[f64]| losses.last().copied().filter(|loss| loss.is_finite());
        let curve = |(name, patient): &(&'static str, Patient)| Curve {
            name,
            first: patient.history.first,
            has_ended: patient.has_ended(),
            last_training: last(&patient.history.training),
            last_validation: last(&patient.history.validation),
            training: patient.history.training.clone(),
            validation: patient.history.validation.clone(),
        };
        Outcome {
            epoch: self.turn / self.patients.len(),
            epochs: EPOCHS,
            indifferent: std::f64::consts::LN_2,
            curves: self.patients.iter().map(curve).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_an_epoch_of_one_run() {
        let mut run = Config::default().start().unwrap();
        (0..=SHOWN.len()).for_each(|_| run.advance());
        let outcome = run.outcome();
        assert_eq!(outcome.epoch, 1);
        assert!(outcome.curves.iter().all(|curve| curve.training.len() <= 1));
        assert_eq!(outcome.curves.len(), 9);
    }

    #[test]
    fn the_healthy_curve_ends_low_and_the_overfitted_one_has_a_gap() {
        for seed in 1..=3 {
            let outcome = Config { seed }.run();
            let healthy = &outcome.curves[0];
            assert!(healthy.last_validation.unwrap() < 0.3, "{seed}: {healthy:?}");
            let overfitted = &outcome.curves[6];
            let gap =
                overfitted.last_validation.unwrap() - overfitted.last_training.unwrap();
            assert!(gap > 0.2, "{seed}: {gap}");
        }
    }
}
