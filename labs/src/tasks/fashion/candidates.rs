//! What is compared, and which rate is the best of each.

use super::FashionLab;
use crate::run::{Run, Scale};
use listings::labs::fashion::{Config, Method, Model, Record, Stage, sweeps};
use std::collections::HashSet;
use std::ops::Range;

/// The share of the training images that the full run holds out.
const VALIDATION: f64 = 0.125;

/// Passes of the full run.
const EPOCHS: usize = 10;

/// A model and what it gets.
pub(super) struct Tried {
    model: Model,
    epochs: usize,
    training: usize,
    /// Which of each optimizer's rates.
    rates: Range<usize>,
}

impl FashionLab {
    /// What is tried: models, each with its images and its rates.
    pub(super) fn tried(&self, scale: Scale) -> Vec<Tried> {
        let all = self.data.training.len();
        // Those that are not held out.
        let rest = all - (VALIDATION * all as f64).round() as usize;
        let perceptron = Model::Perceptron(64);
        let residual = Model::Residual(8);
        let of =
            |model, epochs, training, rates| Tried { model, epochs, training, rates };
        match scale {
            // Enough to tune something, to time every optimizer, and to be over soon.
            Scale::Quick => {
                vec![of(perceptron, 2, 1024, 1..3), of(residual, 1, 512, 2..3)]
            }
            Scale::Full => Model::ALL.map(|model| of(model, EPOCHS, rest, 0..6)).into(),
        }
    }

    /// A configuration for each of an optimizer's rates.
    pub(super) fn configs(
        &self,
        scale: Scale,
        method: Method,
        tried: &Tried,
    ) -> Vec<Config> {
        let config = |&rate: &f64| Config {
            model: tried.model,
            method,
            rate,
            stage: Stage::Tuning,
            side: self.data.training.side,
            validation: match scale {
                Scale::Quick => 0.025,
                Scale::Full => VALIDATION,
            },
            training: tried.training,
            epochs: tried.epochs,
            batch: 64,
        };
        method.rates()[tried.rates.clone()].iter().map(config).collect()
    }
}

/// The configuration of these runs with the best validation accuracy; `None` where all
/// diverged.
pub(super) fn best(runs: &[Run<Config>], done: &[Record]) -> Option<Config> {
    let keys: HashSet<String> = runs.iter().map(Run::key).collect();
    let own: Vec<Record> = done
        .iter()
        .filter(|record| keys.contains(&Run::of(record).key()))
        .cloned()
        .collect();
    let rate = sweeps(&own).first()?.best()?.rate;
    runs.iter().map(|run| run.config).find(|config| config.rate == rate)
}
