//! L1: does the loss matter when some prices are wrong?
//!
//! What is compared, and how, is in [`listings::labs::housing`]; here is what runs it.

mod least_squares;
mod parts;
mod regressor;
mod training;

use crate::data::{DataError, Housing};
use crate::run::{Lab, Picture, Run, Scale, Stopped, Watch, grid};
use least_squares::least_squares;
use listings::experiments::{lab_housing, lab_housing_slice, lab_housing_training};
use listings::labs::housing::{
    Config, Criterion, Outcome, Predictor, Record, SLICE, Summary, WRONG, tables,
};
use listings::labs::rounded;
use listings::models::Model;
use listings::report::Table;
use ndarray::Array1;
use regressor::Regressor;
use std::path::Path;
use training::{judge, loss, train};

/// The lab, with its data.
#[derive(Clone, Debug)]
pub struct HousingLab {
    data: Housing,
}

impl HousingLab {
    /// Reads the data from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when the file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        Ok(Self { data: Housing::load(folder)? })
    }
}

impl Lab for HousingLab {
    type Config = Config;
    type Outcome = Outcome;
    const NAME: &'static str = "l1";
    const REVISION: u32 = 1;

    fn plan(&self, scale: Scale, seeds: u64, _done: &[Record]) -> Vec<Run<Config>> {
        let (epochs, rates, hidden): (usize, &[f64], &[usize]) = match scale {
            Scale::Quick => (3, &[0.01], &[0]),
            Scale::Full => (30, &[0.001, 0.003, 0.01, 0.03, 0.1], &[0, 32]),
        };
        let criteria = [Criterion::Squared, Criterion::Absolute, Criterion::Huber(1.0)];
        let mut predictors = vec![Predictor::Mean, Predictor::LeastSquares];
        for &hidden in hidden {
            for criterion in criteria {
                predictors.extend(rates.iter().map(|&rate| Predictor::Trained {
                    criterion,
                    hidden,
                    rate,
                    epochs,
                    batch: 64,
                }));
            }
        }
        let slices = criteria.map(|criterion| Predictor::Slice { criterion });
        let (mut configs, mut once) = (Vec::new(), Vec::new());
        for wrong in WRONG {
            let config = |predictor| Config { predictor, wrong, validation: 0.2 };
            configs.extend(predictors.iter().copied().map(config));
            once.extend(slices.into_iter().map(config));
        }
        // The slices are pictures of one split: one seed says it.
        let mut plan = grid(&once, 1);
        plan.extend(grid(&configs, seeds));
        plan
    }

    fn cost(&self, config: &Config) -> f64 {
        match config.predictor {
            Predictor::Trained { epochs, hidden, .. } => {
                epochs as f64 * (1 + hidden) as f64
            }
            _ => 1.0,
        }
    }

    fn run(&self, run: &Run<Config>, watch: &Watch) -> Result<Outcome, Stopped> {
        let Run { config, seed } = run;
        let [training, held_out, test] = watch.time("data", || self.parts(config, *seed));
        let features = training.inputs.ncols();
        let linear = Regressor::new(features, 0);
        let mut curve = Vec::new();
        let (model, theta) = match config.predictor {
            Predictor::Mean => {
                let mut theta = Array1::zeros(linear.parameters());
                theta[features] = training.targets.mean().expect("there are samples");
                (linear, theta)
            }
            Predictor::LeastSquares => {
                (linear, watch.time("training", || least_squares(&training)))
            }
            Predictor::Slice { criterion } => {
                let right = self.parts(&Config { wrong: 0.0, ..*config }, *seed);
                let (loss, center) = (loss(criterion), least_squares(&right[0]));
                let (from, to, steps) = SLICE;
                for step in 0..=steps {
                    let mut theta = center.clone();
                    // The median income is the first feature.
                    theta[0] += from + (to - from) * step as f64 / steps as f64;
                    let prediction = linear.predict(&theta, &training.inputs);
                    curve.push(rounded(loss.value(&prediction, &training.targets)));
                }
                return Ok(Outcome { curve, validation: None, test: None });
            }
            Predictor::Trained { .. } => {
                match train(run, &training, &held_out, watch, &mut curve)? {
                    Some(trained) => trained,
                    None => return Ok(Outcome { curve, validation: None, test: None }),
                }
            }
        };
        let (validation, test) = watch.time("evaluation", || {
            (judge(&model, &theta, &held_out), judge(&model, &theta, &test))
        });
        Ok(Outcome { curve, validation, test })
    }

    fn tables(&self, records: &[Record]) -> Vec<Table> {
        tables(records)
    }

    fn pictures(&self, records: &[Record]) -> Vec<Picture> {
        let summary = Summary::of(records);
        vec![
            Picture::of(
                "lab-housing",
                &lab_housing::Config::default().of(summary.clone()),
            ),
            Picture::of(
                "lab-housing-slice",
                &lab_housing_slice::Config::default().of(summary.clone()),
            ),
            Picture::of(
                "lab-housing-training",
                &lab_housing_training::Config::default().of(summary),
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::default_folder;

    pub(super) fn lab() -> HousingLab {
        HousingLab::load(&default_folder()).unwrap()
    }

    pub(super) fn config(predictor: Predictor, wrong: f64) -> Config {
        Config { predictor, wrong, validation: 0.2 }
    }
}
