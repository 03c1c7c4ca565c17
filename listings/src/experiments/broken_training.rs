//! A network whose training can be broken in twenty ways, and mended.

use super::{Experiment, Run, Setting, finish};
use crate::diagnosing::{EPOCHS, End, Fault, History, Patient, Setup, diagnose};
use crate::report::{Cell, Field, Table, number};
use ndarray::Array2;
use serde::Serialize;

/// Where the standardized moons are.
pub const PLANE: [(f64, f64); 2] = [(-2.2, 2.2), (-2.4, 2.4)];

/// A fault, whether it is mended, a rate and a seed.
#[derive(Clone, Debug)]
pub struct Config {
    /// Which fault; 0 for none.
    pub fault: usize,
    /// Whether it is mended.
    pub mended: bool,
    /// A factor on the rate.
    pub rate_factor: f64,
    /// The seed of samples, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            fault: 1 + Fault::ForgottenShuffle.index(),
            mended: false,
            rate_factor: 1.0,
            seed: 1,
        }
    }
}

impl Config {
    fn setup(&self) -> Setup {
        let number = self.fault.checked_sub(1);
        let mut setup = number
            .map_or(Setup::healthy(), |number| Fault::ALL[number].setup(self.mended));
        setup.rate *= self.rate_factor;
        setup
    }
}

/// The run as far as it has come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The fault's number and name.
    pub name: String,
    /// Whether it is mended.
    pub mended: bool,
    /// η.
    pub rate: f64,
    /// Epochs so far.
    pub epoch: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// The loss before the first step.
    pub first: f64,
    /// The training loss that the batches of the last epoch reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub training: Option<f64>,
    /// The loss on all training samples.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evaluated: Option<f64>,
    /// The loss on the validation samples.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validation: Option<f64>,
    /// The share of fresh samples on the right side.
    pub accuracy: f64,
    /// First over last layer's gradient, in the first epoch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// The share of silent units.
    pub silent: f64,
    /// How it ended, if it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
    /// Whom [`diagnose`] suspects, the first two.
    pub suspects: Vec<&'static str>,
    /// All that was seen.
    #[serde(skip)]
    pub history: History,
    /// Fresh samples, standardized, and their moons.
    #[serde(skip)]
    pub points: Vec<((f64, f64), usize)>,
    /// How much more the second moon is favored than the first.
    #[serde(skip)]
    pub margin: Field,
}

impl Experiment for Config {
    const NAME: &'static str = "broken-training";
    const QUESTION: &'static str =
        "What does a training look like in which one thing is wrong?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { fault, mended, rate_factor, seed } = self;
        vec![
            Setting::count("fault", "fault (0: none)", fault, 0..=Fault::ALL.len()),
            Setting::switch("mended", "mended", mended),
            Setting::real("rate_factor", "rate ×", rate_factor, 0.1..=10.0, 0.1)
                .logarithmic(),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let setup = self.setup();
        // The same samples in the unit in which they are drawn.
        let plain = Setup { units: Setup::healthy().units, ..setup.clone() };
        let (inputs, classes) = Patient::new(plain, self.seed).data.fresh;
        let places = inputs.rows().into_iter().map(|row| (row[0], row[1]));
        Some(Box::new(Training {
            config: self.clone(),
            rate: setup.rate,
            patient: Patient::new(setup, self.seed),
            points: places.zip(classes).collect(),
            epoch: 0,
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let title = format!("{}, after {} epochs", outcome.name, outcome.epoch);
        let mut table = Table::new(title, &["reading", "value"]);
        let written = |value: Option<f64>| {
            Cell::Number(value.map_or("none".into(), |value| number(value, 3)))
        };
        let end = outcome.end.map_or("the last epoch", End::words);
        let suspects = if outcome.suspects.is_empty() {
            "nobody".to_string()
        } else {
            outcome.suspects.join("; ")
        };
        for (name, cell) in [
            ("loss before the first step", written(Some(outcome.first))),
            ("training loss, reported", written(outcome.training)),
            ("training loss, evaluated", written(outcome.evaluated)),
            ("validation loss", written(outcome.validation)),
            ("accuracy on fresh samples", written(Some(outcome.accuracy))),
            ("share of silent units", written(Some(outcome.silent))),
            ("ended with", Cell::Text(end.to_string())),
            ("suspected", Cell::Text(suspects)),
        ] {
            table.row(vec![name.into(), cell]);
        }
        table
    }
}

struct Training {
    config: Config,
    rate: f64,
    patient: Patient,
    points: Vec<((f64, f64), usize)>,
    epoch: usize,
}

/// The plane, and the inputs of its points.
fn grid() -> (Field, Array2<f64>) {
    let [x, y] = PLANE;
    let field = Field::sample(x.0..x.1, y.0..y.1, 27, 23, |_, _| 0.0);
    let columns = field.values.ncols();
    let inputs = Array2::from_shape_fn((field.values.len(), 2), |(index, axis)| {
        let (x, y) = field.point(index / columns, index % columns);
        if axis == 0 { x } else { y }
    });
    (field, inputs)
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        if self.epoch < EPOCHS {
            self.patient.epoch();
            self.epoch += 1;
        }
    }

    fn progress(&self) -> f64 {
        self.epoch as f64 / EPOCHS as f64
    }

    fn outcome(&self) -> Outcome {
        let Config { fault, mended, .. } = self.config;
        let name = match fault.checked_sub(1) {
            None => "healthy".to_string(),
            Some(number) => Fault::ALL[number].words().name.to_string(),
        };
        let history = self.patient.history.clone();
        let finite =
            |losses: &[f64]| losses.last().copied().filter(|loss| loss.is_finite());
        let (mut margin, inputs) = grid();
        let margins = self.patient.margins(&inputs);
        margin.values.iter_mut().zip(margins).for_each(|(value, by)| *value = by);
        let done = self.epoch == EPOCHS || self.patient.has_ended();
        let suspects = if done { diagnose(&history) } else { Vec::new() };
        Outcome {
            name,
            mended,
            rate: self.rate,
            epoch: self.epoch,
            epochs: EPOCHS,
            first: history.first,
            training: finite(&history.training),
            evaluated: finite(&history.evaluated),
            validation: finite(&history.validation),
            accuracy: self.patient.truth().1,
            ratio: history.gradient_ratio().filter(|ratio| ratio.is_finite()),
            silent: history.silent.last().copied().unwrap_or(0.0),
            end: history.end,
            suspects: suspects.iter().take(2).map(|fault| fault.words().name).collect(),
            history,
            points: self.points.clone(),
            margin,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_an_epoch_and_an_ended_run_goes_on_to_its_end() {
        let fault = 1 + Fault::NaiveSoftmax.index();
        let mut run = Config { fault, ..Config::default() }.start().unwrap();
        assert_eq!(run.progress(), 0.0);
        assert_eq!(run.outcome().training, None);
        (0..EPOCHS).for_each(|_| run.advance());
        assert_eq!(run.progress(), 1.0);
        assert!(run.outcome().end.is_some());
    }

    #[test]
    fn without_a_fault_there_is_nothing_to_mend() {
        let [one, other] = [false, true].map(|mended| {
            let config = Config { fault: 0, mended, ..Config::default() };
            config.run().evaluated
        });
        assert!(one.is_some() && one == other);
    }

    #[test]
    fn sorted_batches_report_a_lower_loss_than_there_is() {
        for seed in 1..=3 {
            let outcome = Config { seed, ..Config::default() }.run();
            assert!(outcome.evaluated.unwrap() > outcome.training.unwrap(), "{seed}");
            let mended = Config { seed, mended: true, ..Config::default() }.run();
            assert!(mended.accuracy > outcome.accuracy, "{seed}");
        }
    }
}
