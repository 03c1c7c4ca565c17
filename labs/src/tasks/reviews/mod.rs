//! L3: does a transformer need a warm-up?
//!
//! What is compared, and how, is in [`listings::labs::reviews`]; here is what runs it.

mod bag_of_words;
mod candidates;
mod judgement;
mod parts;
mod training;

use crate::data::{DataError, Reviews};
use crate::models::Samples;
use crate::run::{Lab, Picture, Run, Scale, Stopped, Watch, grid};
use bag_of_words::{BagOfWords, fitted};
use candidates::candidates;
use judgement::{judge, scores};
use listings::experiments::{lab_reviews, lab_reviews_curves, lab_reviews_peaks};
use listings::labs::reviews::{
    Config, Outcome, Predictor, Record, TUNING, choose, tables,
};
use listings::report::Table;
use ndarray::Array1;
use parts::Part;
use std::path::Path;
use training::train;

/// The lab, with its data.
#[derive(Clone, Debug)]
pub struct ReviewsLab {
    data: Reviews,
}

impl ReviewsLab {
    /// Reads the data from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when the file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        Ok(Self { data: Reviews::load(folder)? })
    }
}

impl Lab for ReviewsLab {
    type Config = Config;
    type Outcome = Outcome;
    const NAME: &'static str = "l3";
    const REVISION: u32 = 1;

    // ANCHOR: plan
    fn plan(&self, scale: Scale, seeds: u64, done: &[Record]) -> Vec<Run<Config>> {
        let candidates = candidates(scale);
        let run = |seed: &u64| {
            let seed = *seed;
            candidates.iter().map(move |&config| Run { config, seed })
        };
        let mut plan: Vec<_> = scale.tuning(&TUNING).iter().flat_map(run).collect();
        // In the order of the plan, whatever the order in which they ended.
        let tuned: Option<Vec<Record>> = plan
            .iter()
            .map(|run| done.iter().find(|record| Run::of(record) == *run).cloned())
            .collect();
        if let Some(tuned) = tuned {
            let mut configs =
                vec![Config { predictor: Predictor::Always, ..candidates[0] }];
            configs.extend(choose(&tuned));
            plan.extend(grid(&configs, seeds));
        }
        plan
    }
    // ANCHOR_END: plan

    fn cost(&self, config: &Config) -> f64 {
        match config.predictor {
            Predictor::Transformer { epochs, .. } => 50.0 * epochs as f64,
            _ => 1.0,
        }
    }

    fn run(&self, run: &Run<Config>, watch: &Watch) -> Result<Outcome, Stopped> {
        let parts = watch.time("data", || self.parts(&run.config, run.seed));
        let tokens = parts.tokens;
        let mut outcome =
            Outcome { tokens, training: Vec::new(), validation: Vec::new(), test: None };
        let constant = |part: &Part| judge(&scores(&Array1::zeros(part.len())), part);
        match run.config.predictor {
            Predictor::Always => {
                outcome.validation.push(constant(&parts.held_out));
                outcome.test = Some(constant(&parts.test));
            }
            Predictor::Words { penalty } => {
                let bag = BagOfWords::new(&parts.train, penalty);
                let theta = watch.time("training", || fitted(&bag, tokens));
                let of = |part: &Part| {
                    judge(&scores(&BagOfWords::new(part, penalty).logits(&theta)), part)
                };
                outcome.validation.push(of(&parts.held_out));
                outcome.test = Some(of(&parts.test));
            }
            Predictor::Transformer { .. } => train(run, parts, watch, &mut outcome)?,
        }
        Ok(outcome)
    }

    fn tables(&self, records: &[Record]) -> Vec<Table> {
        tables(records)
    }

    fn pictures(&self, records: &[Record]) -> Vec<Picture> {
        vec![
            Picture::of(
                "lab-reviews-peaks",
                &lab_reviews_peaks::Config::default().of(records),
            ),
            Picture::of("lab-reviews", &lab_reviews::Config::default().of(records)),
            Picture::of(
                "lab-reviews-curves",
                &lab_reviews_curves::Config::default().of(records),
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::default_folder;
    use crate::run::once;
    use listings::labs::reviews::{Fall, Norm, Quality};

    pub(super) fn lab() -> ReviewsLab {
        ReviewsLab::load(&default_folder()).unwrap()
    }

    pub(super) fn small(predictor: Predictor) -> Config {
        Config { predictor, reviews: 640, validation: 0.2, length: 32, occurs: 5 }
    }

    pub(super) fn cosine(norm: Norm, peak: f64) -> Predictor {
        Predictor::Transformer {
            norm,
            fall: Fall::Cosine,
            warmup: 0.1,
            peak,
            epochs: 3,
            batch: 32,
            width: 16,
            hidden: 16,
            layers: 1,
            heads: 2,
        }
    }

    #[test]
    fn nothing_of_the_test_part_reaches_the_weights() {
        let lab = lab();
        let mut other = lab.clone();
        other.data.test.labels.mapv_inplace(|class| 1 - class);
        let config = small(cosine(Norm::Before, 0.01));
        let (one, two) = (once(&lab, config, 1), once(&other, config, 1));
        assert_eq!((&one.training, &one.validation), (&two.training, &two.validation));
        let sum = one.test.unwrap().accuracy + two.test.unwrap().accuracy;
        // Four digits each.
        assert!((sum - 1.0).abs() < 2e-4, "{sum}");
    }

    fn record(run: &Run<Config>, loss: f64) -> Record {
        let quality = |loss| Quality { loss, accuracy: 0.5 };
        let validation = vec![quality(loss)];
        // The test part says the contrary.
        let test = Some(quality(-loss));
        let training = Vec::new();
        Record::unmeasured(
            "l3",
            run.config,
            run.seed,
            Outcome { tokens: 2, training, validation, test },
        )
    }

    #[test]
    fn validation_on_seeds_of_its_own_chooses_and_every_kind_has_as_many_tries() {
        let lab = lab();
        let plan = lab.plan(Scale::Full, 5, &[]);
        // Nine schedules and four, and the bag of words, each at four settings and four times.
        assert_eq!(plan.len(), 14 * 4 * 4);
        let mut done: Vec<Record> = plan
            .iter()
            .enumerate()
            .map(|(index, run)| record(run, ((index % 56) as f64 - 21.0).abs()))
            .collect();
        done.reverse();
        assert_eq!(lab.plan(Scale::Full, 5, &done[1..]).len(), plan.len());
        let whole = lab.plan(Scale::Full, 5, &done);
        assert_eq!(whole.len(), plan.len() + 15 * 5);
        let chosen = &whole[plan.len()..plan.len() + 15];
        assert_eq!(chosen[0].config.predictor, Predictor::Always);
        assert!(chosen.iter().all(|run| run.seed == 1));
        // The least loss is at 21, the second of its four; before it the last ones are
        // chosen, behind it the first ones.
        let candidates = candidates(Scale::Full);
        let expected = [3, 7, 11, 15, 19, 21, 24, 28, 32, 36, 40, 44, 48, 52];
        for (run, index) in chosen[1..].iter().zip(expected) {
            assert_eq!(run.config, candidates[index]);
        }
        // What comes out of seeds that judge has no say.
        done.extend(chosen.iter().map(|run| record(run, -1e9)));
        done.extend(
            candidates.iter().map(|&config| record(&Run { config, seed: 3 }, -1e9)),
        );
        assert_eq!(lab.plan(Scale::Full, 5, &done), whole);
    }
}
