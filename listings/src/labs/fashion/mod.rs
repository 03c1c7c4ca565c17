//! L2: five optimizers, each at its best rate, on images of clothes.
//!
//! Softmax regression, a perceptron and a small residual network are trained by cross-entropy
//! under a cosine that ends at 0, for the same number of epochs. Only the peak rate is tuned:
//! each optimizer has six rates, a factor of about √10 apart, and four seeds that are used
//! for nothing else. The rate with the best mean validation accuracy is then run with fresh
//! seeds, and these alone are judged by the test part.

mod choice;
mod summary;

pub use choice::{Price, Sweep, is_lost, sweeps};
pub use summary::{
    Against, Arrival, MARGIN, Row, TARGET, accuracies, arrival, comparison, epochs_to,
    final_runs, percent, rows, sensitivity, tables,
};

use crate::optimizers::{Adam, AdamW, GradientDescent, Momentum, Optimizer, RmsProp};
use ndarray::Array1;
use serde::{Deserialize, Serialize};

/// What the full run recorded.
pub const RECORDS: &str = include_str!("../records/l2.jsonl");

/// These records in brief, which is all that the page draws.
pub fn runs() -> Vec<Record> {
    super::read_briefs("l2", include_str!("../records/l2.brief.json"))
}

/// The seeds by which rates are chosen, and that are used for nothing else: those of the
/// final runs are 1, 2, …, at most 20.
pub const TUNING_SEEDS: [u64; 4] = [101, 102, 103, 104];

/// Images of the test part of the subset.
pub const TEST_IMAGES: usize = 2000;

/// What is trained.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Model {
    /// Softmax regression: an affine map of the pixels.
    Softmax,
    /// A perceptron with a hidden layer of so many rectifiers.
    Perceptron(usize),
    /// A residual network with so many channels at full size.
    Residual(usize),
}

impl Model {
    /// Those of the full run, the simplest first.
    pub const ALL: [Self; 3] = [Self::Softmax, Self::Perceptron(64), Self::Residual(8)];

    /// Its name in tables and figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Softmax => "softmax regression",
            Self::Perceptron(_) => "perceptron",
            Self::Residual(_) => "residual network",
        }
    }

    /// Its name in the places of numbers.
    pub fn key(self) -> &'static str {
        match self {
            Self::Softmax => "softmax",
            Self::Perceptron(_) => "perceptron",
            Self::Residual(_) => "residual",
        }
    }
}

/// What takes the steps, with the defaults of the listings.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Method {
    /// Stochastic gradient descent, and nothing else.
    Sgd,
    /// Momentum, β = 0.9.
    Momentum,
    /// RMSprop, ρ = 0.99.
    RmsProp,
    /// Adam, β₁ = 0.9, β₂ = 0.999.
    Adam,
    /// Adam beside a decay λ = 0.01.
    AdamW,
}

impl Method {
    /// All, in the order of the book.
    pub const ALL: [Self; 5] =
        [Self::Sgd, Self::Momentum, Self::RmsProp, Self::Adam, Self::AdamW];

    /// All others are compared with it.
    pub const REFERENCE: Self = Self::Adam;

    /// Its name in tables and figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sgd => "SGD",
            Self::Momentum => "momentum",
            Self::RmsProp => "RMSprop",
            Self::Adam => "Adam",
            Self::AdamW => "AdamW",
        }
    }

    /// Its name in the places of numbers.
    pub fn key(self) -> &'static str {
        match self {
            Self::Sgd => "sgd",
            Self::Momentum => "momentum",
            Self::RmsProp => "rmsprop",
            Self::Adam => "adam",
            Self::AdamW => "adamw",
        }
    }

    // ANCHOR: rates
    /// The peak rates it is tried at.
    ///
    /// The third is customary for each, or three times that: a short run bears more than a
    /// long one. A velocity is a sum of about ten gradients, so momentum has a tenth of the
    /// rates of descent without it. The sixth was added for all when the first five had been
    /// run with the two simple models, and the fifth was the best of some.
    pub fn rates(self) -> [f64; 6] {
        match self {
            Self::Sgd => [0.01, 0.03, 0.1, 0.3, 1.0, 3.0],
            Self::Momentum => [0.001, 0.003, 0.01, 0.03, 0.1, 0.3],
            Self::RmsProp | Self::Adam | Self::AdamW => {
                [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1]
            }
        }
    }

    /// A fresh one.
    pub fn optimizer(self) -> Box<dyn Optimizer> {
        match self {
            Self::Sgd => Box::new(GradientDescent),
            Self::Momentum => Box::new(Momentum::default()),
            Self::RmsProp => Box::new(RmsProp::default()),
            Self::Adam => Box::new(Adam::default()),
            Self::AdamW => Box::new(AdamW::default()),
        }
    }
    // ANCHOR_END: rates

    /// Numbers that it remembers for each parameter, counted after a step.
    pub fn numbers(self) -> usize {
        const PARAMETERS: usize = 64;
        let mut optimizer = self.optimizer();
        let mut theta = Array1::ones(PARAMETERS);
        optimizer.step(0.1, &mut theta, &Array1::ones(PARAMETERS));
        let numbers: usize = optimizer.state().iter().map(|(_, state)| state.len()).sum();
        numbers / PARAMETERS
    }
}

/// What a run is for.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Stage {
    /// To choose a rate: it sees no test image.
    Tuning,
    /// To be judged.
    Final,
}

/// A run but for its seed.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Config {
    /// What is trained.
    pub model: Model,
    /// What takes the steps.
    pub method: Method,
    /// The peak rate.
    pub rate: f64,
    /// What the run is for.
    pub stage: Stage,
    /// Pixels in a row of an image: 14 in the subset, 28 in the full set.
    pub side: usize,
    /// The share of the training images that is held out for validation, of each class.
    pub validation: f64,
    /// Images of the others to train on, at most.
    pub training: usize,
    /// Passes over them.
    pub epochs: usize,
    /// Images of a batch.
    pub batch: usize,
}

/// How well images are told apart.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub struct Quality {
    /// The share of images whose class has the largest output.
    pub accuracy: f64,
    /// The mean cross-entropy.
    pub loss: f64,
}

/// What came out.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Outcome {
    /// d, the length of θ.
    pub parameters: usize,
    /// The validation accuracy after each epoch; shorter where training diverged.
    pub curve: Vec<f64>,
    /// On the images that were trained on, at the end; absent where training diverged or
    /// the run was for tuning.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub train: Option<Quality>,
    /// On the test part, likewise.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub test: Option<Quality>,
}

/// A record of this lab.
pub type Record = crate::labs::Record<Config, Outcome>;

impl Record {
    /// The validation accuracy at the end; `None` where training diverged.
    pub fn last_accuracy(&self) -> Option<f64> {
        let has_ended = self.outcome.curve.len() == self.config.epochs;
        self.outcome.curve.last().copied().filter(|_| has_ended)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A record made by hand: 3 epochs of a perceptron at most.
    pub fn record(
        (method, rate, stage): (Method, f64, Stage),
        seed: u64,
        curve: &[f64],
        test: Option<f64>,
    ) -> Record {
        let quality = |accuracy: f64| Quality { accuracy, loss: 1.0 - accuracy };
        Record::unmeasured(
            "l2",
            Config {
                model: Model::Perceptron(64),
                method,
                rate,
                stage,
                side: 14,
                validation: 0.125,
                training: 7000,
                epochs: 3,
                batch: 64,
            },
            seed,
            Outcome {
                parameters: 10,
                curve: curve.to_vec(),
                train: test.map(|test| quality(test + 0.05)),
                test: test.map(quality),
            },
        )
    }

    #[test]
    fn each_remembers_as_many_numbers_as_its_equations_have() {
        assert_eq!(Method::ALL.map(Method::numbers), [0, 1, 1, 2, 2]);
    }

    #[test]
    fn every_optimizer_has_six_rates_a_factor_of_three_apart() {
        for method in Method::ALL {
            for pair in method.rates().windows(2) {
                let ratio = pair[1] / pair[0];
                assert!((2.9..3.4).contains(&ratio), "{}: {ratio}", method.name());
            }
        }
    }

    #[test]
    fn a_run_that_diverged_has_no_last_accuracy() {
        let run = (Method::Sgd, 1.0, Stage::Tuning);
        assert_eq!(record(run, 101, &[0.1, 0.2, 0.3], None).last_accuracy(), Some(0.3));
        assert_eq!(record(run, 101, &[0.1, 0.2], None).last_accuracy(), None);
        assert_eq!(record(run, 101, &[], None).last_accuracy(), None);
    }
}
