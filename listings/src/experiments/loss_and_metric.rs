//! Two classifiers, of which the one with the lower loss is less often right.

use super::{Experiment, Setting};
use crate::data::{blobs, seeded};
use crate::losses::{BinaryCrossEntropy, Loss};
use crate::report::{Cell, Table};
use ndarray::{Array1, array};
use serde::Serialize;

/// Two overlapping clouds, and two classifiers of them.
#[derive(Clone, Debug)]
pub struct Config {
    /// The standard deviation of each cloud about ±(1.5, 1.5).
    pub spread: f64,
    /// How far the calm classifier's direction is off, in degrees.
    pub turn: f64,
    /// The length of the calm classifier's weights.
    pub calm: f64,
    /// The length of the loud classifier's weights.
    pub loud: f64,
    /// The seed of the points.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { spread: 1.5, turn: 30.0, calm: 1.5, loud: 12.0, seed: 1 }
    }
}

/// The two classifiers, and the loud one at other lengths.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Turned away from the best direction, and modest.
    pub calm: Score,
    /// In the best direction, and much too sure.
    pub loud: Score,
    /// The best direction at lengths 0.25, 0.5, 1, 2, 4, 8 and 16.
    pub lengths: Vec<Score>,
}

/// A classifier and what it scores.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Score {
    /// The length of its weights.
    pub length: f64,
    /// Its cross-entropy.
    pub loss: f64,
    /// The share of points on the right side.
    pub accuracy: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "loss-and-metric";
    const QUESTION: &'static str = "Is the model with the lower loss more often right?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let Self { spread, turn, calm, loud, seed } = self;
        vec![
            Setting::real("spread", "spread σ", spread, 0.5..=3.0, 0.1),
            Setting::real("turn", "turn in degrees", turn, 0.0..=90.0, 5.0),
            Setting::real("calm", "calm: length", calm, 0.1..=20.0, 0.1),
            Setting::real("loud", "loud: length", loud, 0.1..=20.0, 0.1),
            Setting::seed(seed),
        ]
    }

    fn run(&self) -> Outcome {
        let centers = array![[-1.5, -1.5], [1.5, 1.5]];
        let (inputs, labels) = blobs(&centers, self.spread, 500, &mut seeded(self.seed));
        let target = labels.mapv(|label| label as f64);
        let score = |length: f64, degrees: f64| {
            let angle = (45.0 + degrees).to_radians();
            let logits: Array1<f64> =
                inputs.dot(&array![angle.cos(), angle.sin()]) * length;
            let is_right = |(&z, &y): (&f64, &f64)| (z > 0.0) == (y > 0.5);
            let right = logits.iter().zip(&target).filter(|&pair| is_right(pair)).count();
            Score {
                length,
                loss: BinaryCrossEntropy::default().value(&logits, &target),
                accuracy: right as f64 / target.len() as f64,
            }
        };
        Outcome {
            calm: score(self.calm, self.turn),
            loud: score(self.loud, 0.0),
            lengths: [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0]
                .map(|length| score(length, 0.0))
                .to_vec(),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let headings = ["classifier", "length of w", "cross-entropy", "accuracy"];
        let mut table = Table::new("Loss and accuracy of two classifiers", &headings);
        let mut row = |name: &str, score: Score| {
            table.row(vec![
                name.into(),
                Cell::number(score.length, 2),
                Cell::number(score.loss, 3),
                Cell::number(score.accuracy, 3),
            ]);
        };
        row("turned and calm", outcome.calm);
        row("straight and loud", outcome.loud);
        for &score in &outcome.lengths {
            row("straight", score);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_changes_the_loss_and_not_the_accuracy() {
        let lengths = Config::default().run().lengths;
        let accuracies: Vec<f64> = lengths.iter().map(|score| score.accuracy).collect();
        assert!(accuracies.iter().all(|&accuracy| accuracy == accuracies[0]));
        let losses: Vec<f64> = lengths.iter().map(|score| score.loss).collect();
        // At length 0.25 the model is too timid, at 16 too sure.
        assert!(losses[2] < losses[0] && losses[2] < losses[6]);
    }
}
