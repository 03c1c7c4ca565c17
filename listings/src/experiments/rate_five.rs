//! One network at five rates and the reader's: what two hundred epochs achieve.

use super::rate_problem::{
    NOISE, Regressor, Samples, regression, standardized, variance,
};
use super::{Experiment, Run, Setting, finish};
use crate::data::{batches, seeded};
use crate::losses::{Loss, MeanSquaredError};
use crate::models::Model;
use crate::optimizers::GradientDescent;
use crate::report::{Cell, Format, Table, number};
use crate::training::epoch;
use ndarray::Array1;
use rand_pcg::Pcg64;
use serde::Serialize;

/// Samples.
pub const SAMPLES: usize = 500;

/// The lecture's rates.
pub const RATES: [f64; 5] = [1e-4, 1e-3, 0.01, 0.1, 0.5];

/// The widths of the network.
const WIDTHS: [usize; 4] = [10, 32, 16, 1];

/// A loss above this has diverged.
const DIVERGED: f64 = 1e6;

/// A network of widths 10, 32, 16 and 1 on 500 samples.
#[derive(Clone, Debug)]
pub struct Config {
    /// η of the reader.
    pub rate: f64,
    /// b; 500 is the full batch.
    pub batch: usize,
    /// Whether the targets stay in their unit; the inputs are standardized always.
    pub raw_targets: bool,
    /// Passes over the samples.
    pub epochs: usize,
    /// The seed of samples, first weights and batches.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { rate: 0.05, batch: SAMPLES, raw_targets: false, epochs: 200, seed: 1 }
    }
}

/// Six networks as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Epochs so far.
    pub epoch: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// b.
    pub batch: usize,
    /// The loss of a constant, the mean of the targets.
    pub constant: f64,
    /// The variance of the noise, in the unit of the loss: no model is below it for long.
    pub noise: f64,
    /// The lecture's rates.
    pub rows: Vec<Row>,
    /// The reader's rate.
    pub yours: Row,
    /// The number of the row with the least loss.
    pub best: usize,
}

/// A network at one rate.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// η.
    pub rate: f64,
    /// The loss before the first step.
    pub first: f64,
    /// The loss now; the first where it diverged.
    pub loss: f64,
    /// The largest loss of an epoch, within the bound.
    pub largest: f64,
    /// The epoch at which the loss was above 10⁶, or not finite.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub diverged_at: Option<usize>,
    /// The loss of each epoch: that of its batches before their steps.
    #[serde(skip)]
    pub losses: Vec<f64>,
}

impl Row {
    /// Its loss in words.
    pub fn end(&self) -> String {
        match self.diverged_at {
            Some(epoch) => format!("diverged in epoch {epoch}"),
            None => short(self.loss),
        }
    }

    /// Whether the loss is that of a constant output, to a millionth: no unit is on.
    pub fn is_dead(&self, constant: f64) -> bool {
        self.diverged_at.is_none() && (self.loss / constant - 1.0).abs() < 1e-6
    }

    /// What happened, in words.
    fn story(&self, constant: f64) -> String {
        match self.diverged_at {
            Some(epoch) => format!("diverged in epoch {epoch}"),
            None if self.is_dead(constant) => "all units off: a constant".into(),
            None if self.loss > constant => "worse than a constant".into(),
            None if self.largest > 1.5 * self.first => "rose, then fell".into(),
            None => "fell".into(),
        }
    }
}

/// Three digits, whatever the size.
fn short(loss: f64) -> String {
    if loss >= 1000.0 {
        let format: Format = ".1e".parse().expect("a format");
        format.apply(loss)
    } else {
        number(loss, 3)
    }
}

impl Experiment for Config {
    const NAME: &'static str = "rate-five";
    const QUESTION: &'static str = "What do five rates make of one network?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { rate, batch, raw_targets, epochs, seed } = self;
        vec![
            Setting::real("rate", "your rate η", rate, 1e-5..=2.0, 1e-5).logarithmic(),
            Setting::count("batch", "batch size", batch, 25..=SAMPLES).logarithmic(),
            Setting::switch("raw_targets", "targets in their unit", raw_targets),
            Setting::count("epochs", "epochs", epochs, 20..=200),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        let raw = regression(SAMPLES, NOISE, self.seed);
        let (inputs, mut targets) = standardized(&raw, SAMPLES);
        let mut noise = NOISE * NOISE / variance(&raw.1);
        if self.raw_targets {
            (targets, noise) = (raw.1, NOISE * NOISE);
        }
        let network = Regressor::new(&WIDTHS);
        let theta = network.0.initial(&mut seeded(self.seed));
        let first = MeanSquaredError.value(&network.predict(&theta, &inputs), &targets);
        let learner = |rate: f64| Learner {
            theta: theta.clone(),
            // The same batches for all.
            random: seeded(1000 + self.seed),
            row: Row {
                rate,
                first,
                loss: first,
                largest: first,
                diverged_at: None,
                losses: Vec::new(),
            },
        };
        let mut learners: Vec<Learner> = RATES.into_iter().map(learner).collect();
        learners.push(learner(self.rate));
        Some(Box::new(Training {
            constant: variance(&targets),
            samples: (inputs, targets),
            network,
            learners,
            noise,
            turn: 0,
            config: self.clone(),
        }))
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["rate η", "first loss", "largest", "last", "what happened"];
        let title = format!("Five rates after {} epochs", outcome.epoch);
        let mut table = Table::new(title, &headings);
        for row in &outcome.rows {
            let loss = match row.diverged_at {
                Some(_) => Cell::Text("none".into()),
                None => Cell::Number(short(row.loss)),
            };
            table.row(vec![
                Cell::Number(row.rate.to_string()),
                Cell::Number(short(row.first)),
                Cell::Number(short(row.largest)),
                loss,
                Cell::Text(row.story(outcome.constant)),
            ]);
        }
        table
    }
}

struct Learner {
    theta: Array1<f64>,
    random: Pcg64,
    row: Row,
}

struct Training {
    samples: Samples,
    network: Regressor,
    learners: Vec<Learner>,
    constant: f64,
    noise: f64,
    /// Whose epoch it is: a slice is an epoch of one network.
    turn: usize,
    config: Config,
}

impl Learner {
    fn train(&mut self, network: &Regressor, (inputs, targets): &Samples, batch: usize) {
        if self.row.diverged_at.is_some() {
            return;
        }
        let batches = batches(targets.len(), batch, &mut self.random);
        let theta = &mut self.theta;
        let data = (inputs, targets);
        let descent = &mut GradientDescent;
        let rate = self.row.rate;
        let trained =
            epoch(network, &MeanSquaredError, data, &batches, theta, descent, rate);
        match trained {
            Ok(mean) if mean <= DIVERGED => {
                self.row.losses.push(mean);
                self.row.largest = self.row.largest.max(mean);
            }
            _ => self.row.diverged_at = Some(self.row.losses.len() + 1),
        }
    }

    /// The row with the loss as it is now.
    fn row(&self, network: &Regressor, (inputs, targets): &Samples) -> Row {
        let mut row = self.row.clone();
        let loss = MeanSquaredError.value(&network.predict(&self.theta, inputs), targets);
        match row.diverged_at {
            None if loss <= DIVERGED => row.loss = loss,
            None => row.diverged_at = Some(row.losses.len()),
            Some(_) => {}
        }
        row
    }
}

impl Run<Outcome> for Training {
    fn advance(&mut self) {
        let networks = self.learners.len();
        if self.turn < self.config.epochs * networks {
            let learner = &mut self.learners[self.turn % networks];
            learner.train(&self.network, &self.samples, self.config.batch);
            self.turn += 1;
        }
    }

    fn progress(&self) -> f64 {
        self.turn as f64 / (self.config.epochs * self.learners.len()) as f64
    }

    fn outcome(&self) -> Outcome {
        let row = |learner: &Learner| learner.row(&self.network, &self.samples);
        let mut rows: Vec<Row> = self.learners.iter().map(row).collect();
        let yours = rows.pop().expect("the reader's is the last");
        let loss = |row: &Row| match row.diverged_at {
            Some(_) => f64::INFINITY,
            None => row.loss,
        };
        let best = (0..rows.len())
            .min_by(|&a, &b| loss(&rows[a]).total_cmp(&loss(&rows[b])))
            .expect("five rates");
        Outcome {
            epoch: self.turn / self.learners.len(),
            epochs: self.config.epochs,
            batch: self.config.batch,
            constant: self.constant,
            noise: self.noise,
            rows,
            yours,
            best,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_an_epoch_of_one_network_and_all_start_alike() {
        let config = Config { epochs: 20, ..Config::default() };
        let mut run = config.start().unwrap();
        (0..6).for_each(|_| run.advance());
        let outcome = run.outcome();
        assert_eq!(outcome.epoch, 1);
        // In full batches the loss of an epoch is that before its only step.
        assert!(
            outcome
                .rows
                .iter()
                .all(|row| (row.losses[0] / row.first - 1.0).abs() < 1e-12)
        );
        assert_eq!(outcome.yours.losses[0], outcome.rows[0].losses[0]);
        (0..6).for_each(|_| run.advance());
        let losses: Vec<f64> =
            run.outcome().rows.iter().map(|row| row.losses[1]).collect();
        assert!(losses[0] > losses[1] && losses[1] > losses[2] && losses[4] > losses[0]);
    }

    #[test]
    fn targets_in_their_unit_move_the_border() {
        let raw = Config { raw_targets: true, epochs: 20, ..Config::default() }.run();
        assert!(raw.rows[3].diverged_at.is_some() && raw.rows[0].diverged_at.is_none());
        let standardized = Config { epochs: 20, ..Config::default() }.run();
        assert!(standardized.rows.iter().all(|row| row.diverged_at.is_none()));
    }
}
