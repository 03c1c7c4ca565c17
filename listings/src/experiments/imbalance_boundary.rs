//! Two networks in training on a rare class, one with cross-entropy and one with the focal
//! loss: where each draws its boundary, and which part of each class it finds.

use super::imbalanced::{ClassLoss, EPOCHS, Training, confusion, draw};
use super::{Experiment, Run, Setting, finish};
use crate::data::seeded;
use crate::losses::{CrossEntropy, Focal};
use crate::report::{Cell, Field, Table};
use ndarray::{Array1, Array2};
use serde::Serialize;

/// Half the side of the square that is shown.
pub const HALF_SIDE: f64 = 4.0;

/// Columns and rows of the probability's grid.
const GRID: usize = 33;

/// Of the majority, every so many is shown.
const SHOWN: usize = 5;

/// A thousand samples, of which a tenth is of class 1, with one label in a hundred
/// redrawn.
#[derive(Clone, Debug)]
pub struct Config {
    /// The focus γ.
    pub gamma: f64,
    /// The share of class 1.
    pub share: f64,
    /// The seed of samples and networks.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { gamma: 2.0, share: 0.1, seed: 1 }
    }
}

/// Both networks as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The focus γ.
    pub gamma: f64,
    /// The share of class 1.
    pub share: f64,
    /// Epochs so far.
    pub epoch: usize,
    /// Samples of class 0, one of five.
    pub majority: Vec<(f64, f64)>,
    /// Samples of class 1.
    pub minority: Vec<(f64, f64)>,
    /// The network under cross-entropy.
    pub cross_entropy: Network,
    /// The network under the focal loss.
    pub focal: Network,
}

/// One network.
#[derive(Clone, Debug, Serialize)]
pub struct Network {
    /// The probability of class 1 over the square.
    #[serde(skip)]
    pub probability: Field,
    /// The part of class 1 found, at the start and after each epoch.
    pub minority_recall: Vec<f64>,
    /// The part of class 0 found.
    pub majority_recall: Vec<f64>,
    /// The last of the first.
    pub last_minority_recall: f64,
    /// The last of the second.
    pub last_majority_recall: f64,
    /// The mean probability that the network gives the class it chooses.
    pub confidence: f64,
}

impl Experiment for Config {
    const NAME: &'static str = "imbalance-boundary";
    const QUESTION: &'static str =
        "Where does each loss draw the boundary of a rare class?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("gamma", "focus γ", &mut self.gamma, 0.0..=5.0, 0.5),
            Setting::real("share", "share of class 1", &mut self.share, 0.02..=0.5, 0.01),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Pair::new(self)))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("After {} epochs, on the training samples", outcome.epoch),
            &[
                "loss",
                "part of class 1 found",
                "part of class 0 found",
                "mean confidence",
            ],
        );
        let focal = format!("focal, γ = {}", outcome.gamma);
        for (name, network) in
            [("cross-entropy", &outcome.cross_entropy), (&focal, &outcome.focal)]
        {
            table.row(vec![
                name.into(),
                Cell::number(network.last_minority_recall, 3),
                Cell::number(network.last_majority_recall, 3),
                Cell::number(network.confidence, 3),
            ]);
        }
        table
    }
}

/// Both networks, from the same start on the same samples.
struct Pair {
    config: Config,
    inputs: Array2<f64>,
    classes: Array1<usize>,
    epoch: usize,
    cross_entropy: Recorded,
    focal: Recorded,
}

struct Recorded {
    training: Training,
    minority_recall: Vec<f64>,
    majority_recall: Vec<f64>,
}

impl Recorded {
    fn new(loss: Box<ClassLoss>, seed: u64) -> Self {
        // One generator a network, so that both start from the same parameters.
        let training = Training::new(loss, &mut seeded(1000 + seed));
        Self { training, minority_recall: Vec::new(), majority_recall: Vec::new() }
    }

    fn record(&mut self, inputs: &Array2<f64>, classes: &Array1<usize>) {
        let found = confusion(&self.training.probabilities(inputs), 0.5, classes);
        // A class without samples has no recall; the smallest share has some.
        self.minority_recall.push(found.recall(1).unwrap_or(0.0));
        self.majority_recall.push(found.recall(0).unwrap_or(0.0));
    }

    fn network(&self, grid: &Array2<f64>, inputs: &Array2<f64>) -> Network {
        let last = |recalls: &[f64]| *recalls.last().expect("the start is recorded");
        let side = -HALF_SIDE..HALF_SIDE;
        let values =
            self.training.probabilities(grid).into_shape_with_order((GRID, GRID));
        let chosen = self.training.probabilities(inputs).mapv(|p| p.max(1.0 - p));
        Network {
            probability: Field {
                x: side.clone(),
                y: side,
                values: values.expect("a row for each y"),
            },
            minority_recall: self.minority_recall.clone(),
            majority_recall: self.majority_recall.clone(),
            last_minority_recall: last(&self.minority_recall),
            last_majority_recall: last(&self.majority_recall),
            confidence: chosen.sum() / chosen.len() as f64,
        }
    }
}

impl Pair {
    fn new(config: &Config) -> Self {
        let (inputs, classes) = draw(1000, config.share, 0.01, &mut seeded(config.seed));
        let focal = Focal::new(1.0, config.gamma).expect("the settings keep γ in range");
        let mut pair = Self {
            config: config.clone(),
            cross_entropy: Recorded::new(Box::new(CrossEntropy::default()), config.seed),
            focal: Recorded::new(Box::new(focal), config.seed),
            inputs,
            classes,
            epoch: 0,
        };
        pair.record();
        pair
    }

    fn record(&mut self) {
        self.cross_entropy.record(&self.inputs, &self.classes);
        self.focal.record(&self.inputs, &self.classes);
    }
}

impl Run<Outcome> for Pair {
    fn advance(&mut self) {
        if self.epoch < EPOCHS {
            self.cross_entropy.training.step(&self.inputs, &self.classes);
            self.focal.training.step(&self.inputs, &self.classes);
            self.epoch += 1;
            self.record();
        }
    }

    fn progress(&self) -> f64 {
        self.epoch as f64 / EPOCHS as f64
    }

    fn outcome(&self) -> Outcome {
        let shape = Field::sample(
            -HALF_SIDE..HALF_SIDE,
            -HALF_SIDE..HALF_SIDE,
            GRID,
            GRID,
            |_, _| 0.0,
        );
        let grid = Array2::from_shape_fn((GRID * GRID, 2), |(i, axis)| {
            let (x, y) = shape.point(i / GRID, i % GRID);
            if axis == 0 { x } else { y }
        });
        let of_class = |class: usize, every: usize| {
            let rows = self.inputs.rows().into_iter().zip(&self.classes);
            let of_class = rows.filter(|(_, own)| **own == class);
            of_class.step_by(every).map(|(x, _)| (x[0], x[1])).collect()
        };
        Outcome {
            gamma: self.config.gamma,
            share: self.config.share,
            epoch: self.epoch,
            majority: of_class(0, SHOWN),
            minority: of_class(1, 1),
            cross_entropy: self.cross_entropy.network(&grid, &self.inputs),
            focal: self.focal.network(&grid, &self.inputs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_focus_both_networks_are_one() {
        let mut run = Config { gamma: 0.0, ..Config::default() }.start().expect("slices");
        for _ in 0..5 {
            run.advance();
        }
        let outcome = run.outcome();
        let (one, other) = (outcome.cross_entropy, outcome.focal);
        // The same gradients up to rounding, which Adam's first steps may magnify where a
        // gradient is near ε = 1e-8.
        let difference = one.probability.values - other.probability.values;
        assert!(difference.iter().all(|d| d.abs() < 1e-6));
        assert_eq!((outcome.epoch, one.minority_recall.len()), (5, 6));
    }
}
