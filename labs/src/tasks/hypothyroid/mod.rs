//! L4: does a special loss find more of the ill, or does a threshold do it?
//!
//! What is compared, and how, is in [`listings::labs::hypothyroid`]; here is what runs it.

mod calibration;
mod candidates;
mod decisions;
mod fold;
mod judgement;
mod loss;
mod parts;
mod scaling;
mod scoring;
mod soft_f1;
mod training;

use crate::data::{DataError, Hypothyroid, stratified_folds};
use crate::run::{Lab, Picture, Run, Scale, Stopped, Watch, grid};
use candidates::predictors;
use judgement::judge;
use listings::experiments::{
    lab_hypothyroid_calibration, lab_hypothyroid_focus, lab_hypothyroid_thresholds,
};
use listings::labs::hypothyroid::{
    Config, Criterion, Model, Outcome, Predictor, Record, Summary, tables,
};
use listings::report::Table;
use std::path::Path;
use training::trained;

/// The lab, with its data.
#[derive(Clone, Debug)]
pub struct HypothyroidLab {
    data: Hypothyroid,
}

impl HypothyroidLab {
    /// Reads the data from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when the file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        Ok(Self { data: Hypothyroid::load(folder)? })
    }
}

impl Lab for HypothyroidLab {
    type Config = Config;
    type Outcome = Outcome;
    const NAME: &'static str = "l4";
    const REVISION: u32 = 1;

    fn plan(&self, scale: Scale, seeds: u64, _done: &[Record]) -> Vec<Run<Config>> {
        let config = |predictor| Config { predictor, folds: 5 };
        grid(&predictors(scale).into_iter().map(config).collect::<Vec<_>>(), seeds)
    }

    fn cost(&self, config: &Config) -> f64 {
        match config.predictor {
            Predictor::Trained { model: Model::Network { .. }, .. } => 2.0,
            Predictor::Trained { .. } => 1.0,
            Predictor::Share => 0.1,
        }
    }

    fn run(&self, run: &Run<Config>, watch: &Watch) -> Result<Outcome, Stopped> {
        let Run { config: Config { predictor, folds }, seed } = run;
        let (is_one_test, has_formula) = match predictor {
            Predictor::Share => (false, true),
            Predictor::Trained { model, criterion, .. } => {
                (*model == Model::Thyrotropin, *criterion != Criterion::WithSoftF1)
            }
        };
        let divided = stratified_folds(&self.data.training.targets, *folds, *seed);
        let mut models = Vec::new();
        for out in 0..*folds {
            let parts = watch.time("data", || self.parts(&divided, out, is_one_test));
            // Every fold of every seed begins elsewhere, and every loss of a fold alike.
            let start = seed * *folds as u64 + out as u64;
            match trained(predictor, &parts, start, watch)? {
                Some(scores) => models.push((parts, scores)),
                None => return Ok(Outcome { judged: None }),
            }
        }
        let judged = watch.time("evaluation", || judge(&models, has_formula, *seed));
        Ok(Outcome { judged: Some(judged) })
    }

    fn tables(&self, records: &[Record]) -> Vec<Table> {
        tables(records)
    }

    fn pictures(&self, records: &[Record]) -> Vec<Picture> {
        let summary = Summary::of(records);
        vec![
            Picture::of(
                "lab-hypothyroid-thresholds",
                &lab_hypothyroid_thresholds::Config::default().of(summary.clone()),
            ),
            Picture::of(
                "lab-hypothyroid-focus",
                &lab_hypothyroid_focus::Config::default().of(summary.clone()),
            ),
            Picture::of(
                "lab-hypothyroid-calibration",
                &lab_hypothyroid_calibration::Config::default().of(summary),
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::default_folder;
    use crate::run::once;
    use listings::labs::hypothyroid::Decisions;

    pub(super) fn lab() -> HypothyroidLab {
        HypothyroidLab::load(&default_folder()).unwrap()
    }

    #[test]
    fn the_share_finds_nobody_and_a_model_most() {
        let lab = lab();
        let judge =
            |predictor| once(&lab, Config { predictor, folds: 5 }, 1).judged.unwrap();
        let share = judge(Predictor::Share);
        assert_eq!(share.half, Decisions { found: vec![0; 5], alarms: vec![0; 5] });
        assert_eq!(share.auroc, [0.5; 5]);
        // The best F₁ of a constant is that of calling everybody ill.
        assert_eq!(
            (&share.chosen.found, &share.chosen.alarms),
            (&share.ill, &share.others)
        );
        let linear = judge(Predictor::Trained {
            model: Model::Linear,
            criterion: Criterion::Weighted { power: 1.0 },
            rates: vec![0.1],
            epochs: 20,
            patience: 10,
            batch: 128,
        });
        assert!(linear.auroc.iter().all(|&area| area > 0.9), "{linear:?}");
        // Undone and cut where the same weights ask for, it decides as at ½.
        assert_eq!(linear.cheapest, linear.half);
    }
}
