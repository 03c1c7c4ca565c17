//! The race of `optimizer-classes` over several seeds, at the rates of the lecture and
//! at others.

use super::three_classes::{Learner, NAMES, optimizer, samples};
use super::{Experiment, Setting};
use crate::report::{Cell, Table};
use serde::Serialize;

/// Seeds that are averaged.
const SEEDS: u64 = 4;

/// Training samples, and full-batch epochs.
const SAMPLES: usize = 100;
const EPOCHS: usize = 100;

/// The optimizer, its rate, and λ of AdamW: first those of the lecture.
const ROWS: [(usize, f64, f64); 10] = [
    (0, 0.01, 0.0),
    (1, 0.01, 0.0),
    (2, 0.001, 0.0),
    (3, 0.001, 0.0),
    (4, 0.001, 0.01),
    (3, 0.0001, 0.0),
    (3, 0.01, 0.0),
    (4, 0.01, 0.01),
    (4, 0.01, 1.0),
    (3, 0.1, 0.0),
];

/// The dropout of the race.
#[derive(Clone, Debug)]
pub struct Config {
    /// The probability that a hidden unit is left out.
    pub dropout: f64,
}

impl Default for Config {
    fn default() -> Self {
        Self { dropout: 0.3 }
    }
}

/// One row an optimizer and rate.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The seeds that are averaged.
    pub seeds: usize,
    /// Training samples.
    pub samples: usize,
    /// Epochs.
    pub epochs: usize,
    /// The rows: the first five as in the lecture, then Adam at 10⁻⁴ and 10⁻², AdamW at
    /// 10⁻² with λ = 0.01 and 1, Adam at 10⁻¹.
    pub rows: Vec<Row>,
    /// The largest difference of a test accuracy of Adam and AdamW at the rates of the
    /// lecture, over the seeds.
    pub decay_changes: f64,
    /// The seeds on which AdamW with λ = 1 has a lower test loss than Adam, at 10⁻².
    pub decay_lowers_loss: usize,
    /// (1 − ηλ)ᵗ with the values of the lecture: what is left of a weight.
    pub left: f64,
}

/// Means over the seeds.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The optimizer.
    pub name: &'static str,
    /// η.
    pub rate: f64,
    /// λ.
    pub decay: f64,
    /// Cross-entropy of the training samples.
    pub train_loss: f64,
    /// That of the test samples.
    pub test_loss: f64,
    /// The share of the training samples that are right.
    pub train_accuracy: f64,
    /// That of the test samples.
    pub test_accuracy: f64,
    /// The test loss of each seed.
    pub test_losses: Vec<f64>,
    /// The test accuracy of each seed.
    pub test_accuracies: Vec<f64>,
}

impl Experiment for Config {
    const NAME: &'static str = "optimizer-seeds";
    const QUESTION: &'static str =
        "Does a race of optimizers compare optimizers, or rates?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![Setting::real("dropout", "dropout", &mut self.dropout, 0.0..=0.6, 0.1)]
    }

    fn run(&self) -> Outcome {
        let rows: Vec<Row> = ROWS.into_iter().map(|row| self.row(row)).collect();
        let pairs = |a: &[f64], b: &[f64]| -> Vec<f64> {
            a.iter().zip(b).map(|(a, b)| a - b).collect()
        };
        let changes = pairs(&rows[4].test_accuracies, &rows[3].test_accuracies);
        let lowered = pairs(&rows[8].test_losses, &rows[6].test_losses);
        Outcome {
            seeds: SEEDS as usize,
            samples: SAMPLES,
            epochs: EPOCHS,
            decay_changes: changes
                .iter()
                .fold(0.0, |most, change| most.max(change.abs())),
            decay_lowers_loss: lowered.iter().filter(|&&change| change < 0.0).count(),
            left: (1.0 - 0.001_f64 * 0.01).powi(EPOCHS as i32),
            rows,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "After {} full-batch epochs of {} samples, means of {} seeds",
                outcome.epochs, outcome.samples, outcome.seeds
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
        for row in &outcome.rows {
            let name = match row.decay {
                0.0 => row.name.to_string(),
                decay => format!("{}, λ = {decay}", row.name),
            };
            table.row(vec![
                Cell::Text(name),
                Cell::Number(format!("{}", row.rate)),
                Cell::number(row.train_loss, 2),
                Cell::number(row.test_loss, 2),
                Cell::number(row.train_accuracy, 2),
                Cell::number(row.test_accuracy, 2),
            ]);
        }
        table
    }
}

impl Config {
    fn row(&self, (index, rate, decay): (usize, f64, f64)) -> Row {
        let mut sums = [0.0; 4];
        let (mut test_losses, mut test_accuracies) = (Vec::new(), Vec::new());
        for seed in 1..=SEEDS {
            let (train, test) = samples(SAMPLES, seed);
            let optimizer = optimizer(index, decay);
            let mut learner = Learner::new(optimizer, rate, self.dropout, seed);
            (0..EPOCHS).for_each(|_| learner.epoch(&train));
            let (of_train, of_test) = (learner.measure(&train), learner.measure(&test));
            let values = [of_train.0, of_test.0, of_train.1, of_test.1];
            sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
            test_losses.push(of_test.0);
            test_accuracies.push(of_test.1);
        }
        let [train_loss, test_loss, train_accuracy, test_accuracy] =
            sums.map(|sum| sum / SEEDS as f64);
        Row {
            name: NAMES[index],
            rate,
            decay,
            train_loss,
            test_loss,
            train_accuracy,
            test_accuracy,
            test_losses,
            test_accuracies,
        }
    }
}
