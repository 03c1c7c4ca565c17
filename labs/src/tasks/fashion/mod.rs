//! L2: which optimizer trains faster, which further, and how much does the rate matter?
//!
//! What is compared, and how, is in [`listings::labs::fashion`]; here is what runs it.

mod candidates;
mod parts;
mod training;

use crate::data::{DataError, Fashion};
use crate::models::{ResidualNetwork, TableNetwork};
use crate::run::{Lab, Picture, Run, Scale, Stopped, Watch, grid};
use candidates::best;
use listings::experiments::{lab_fashion_curves, lab_fashion_rates, lab_fashion_seeds};
use listings::labs::fashion::{
    Config, Method, Model, Outcome, Record, Stage, TUNING_SEEDS, tables,
};
use listings::report::Table;
use std::collections::HashSet;
use std::path::Path;
use training::run;

/// The lab, with its data.
#[derive(Clone, Debug)]
pub struct FashionLab {
    data: Fashion,
}

impl FashionLab {
    /// Reads the subset of 14 × 14 pixels from `folder`.
    ///
    /// # Errors
    /// [`DataError`] when a file is missing or damaged.
    pub fn load(folder: &Path) -> Result<Self, DataError> {
        Ok(Self { data: Fashion::load(folder)? })
    }

    /// Reads all images, of 28 × 28 pixels, from `folder`; `None` when they are not there.
    ///
    /// # Errors
    /// [`DataError`] when they are there in part, or damaged.
    pub fn load_full(folder: &Path) -> Result<Option<Self>, DataError> {
        Ok(Fashion::load_full(folder)?.map(|data| Self { data }))
    }
}

impl Lab for FashionLab {
    type Config = Config;
    type Outcome = Outcome;
    const NAME: &'static str = "l2";
    const REVISION: u32 = 1;

    // ANCHOR: plan
    /// First the tuning, then, once it is recorded, the best rates with seeds of their own.
    fn plan(&self, scale: Scale, seeds: u64, done: &[Record]) -> Vec<Run<Config>> {
        let recorded: HashSet<String> =
            done.iter().map(|record| Run::of(record).key()).collect();
        let (mut tuning, mut last) = (Vec::new(), Vec::new());
        for tried in self.tried(scale) {
            for method in Method::ALL {
                let configs = self.configs(scale, method, &tried);
                let runs: Vec<Run<Config>> = scale
                    .tuning(&TUNING_SEEDS)
                    .iter()
                    .flat_map(|&seed| {
                        configs.iter().map(move |&config| Run { config, seed })
                    })
                    .collect();
                let best = match configs.as_slice() {
                    // Nothing to choose.
                    [only] => Some(*only),
                    _ if runs.iter().all(|run| recorded.contains(&run.key())) => {
                        best(&runs, done)
                    }
                    _ => None,
                };
                if configs.len() > 1 {
                    tuning.extend(runs);
                }
                last.extend(best.map(|best| Config { stage: Stage::Final, ..best }));
            }
        }
        tuning.extend(grid(&last, seeds));
        tuning
    }
    // ANCHOR_END: plan

    fn cost(&self, config: &Config) -> f64 {
        let images = (config.epochs * config.training) as f64;
        match config.model {
            Model::Residual(width) => 3.0 * images * width as f64,
            _ => images,
        }
    }

    fn run(&self, task: &Run<Config>, watch: &Watch) -> Result<Outcome, Stopped> {
        let Run { config, seed } = task;
        let parts = watch.time("data", || self.parts(config, *seed));
        let (side, classes) = (config.side, 10);
        let pixels = side * side;
        match config.model {
            Model::Softmax => {
                run(TableNetwork::new(&[pixels, classes]), parts, task, watch)
            }
            Model::Perceptron(hidden) => {
                run(TableNetwork::new(&[pixels, hidden, classes]), parts, task, watch)
            }
            Model::Residual(width) => {
                run(ResidualNetwork::new(side, width, classes), parts, task, watch)
            }
        }
    }

    fn tables(&self, records: &[Record]) -> Vec<Table> {
        tables(records)
    }

    fn pictures(&self, records: &[Record]) -> Vec<Picture> {
        vec![
            Picture::of(
                "lab-fashion-rates",
                &lab_fashion_rates::Config::default().of(records),
            ),
            Picture::of(
                "lab-fashion-seeds",
                &lab_fashion_seeds::Config::default().of(records),
            ),
            Picture::of(
                "lab-fashion-curves",
                &lab_fashion_curves::Config::default().of(records),
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::default_folder;
    use crate::run::once;

    pub(super) fn lab() -> FashionLab {
        FashionLab::load(&default_folder()).unwrap()
    }

    pub(super) fn config(model: Model, rate: f64) -> Config {
        Config {
            model,
            method: Method::Momentum,
            rate,
            stage: Stage::Tuning,
            side: 14,
            validation: 0.125,
            training: 640,
            epochs: 2,
            batch: 64,
        }
    }

    #[test]
    fn a_run_for_tuning_sees_no_test_image() {
        let lab = lab();
        let mut other = lab.clone();
        other.data.test.pixels.fill(255);
        let tuning = config(Model::Softmax, 0.003);
        assert_eq!(once(&lab, tuning, 1), once(&other, tuning, 1));
        assert_eq!(once(&lab, tuning, 1).test, None);
        // The test part decides nothing but the judgement.
        let last = Config { stage: Stage::Final, ..tuning };
        let (own, others) = (once(&lab, last, 1), once(&other, last, 1));
        assert_eq!((own.curve, own.train), (others.curve, others.train));
        assert_ne!(own.test, others.test);
    }

    fn recorded(run: &Run<Config>, accuracy: Option<f64>) -> Record {
        let curve = accuracy.map_or(vec![], |last| vec![last; run.config.epochs]);
        Record::unmeasured(
            "l2",
            run.config,
            run.seed,
            Outcome { parameters: 1, curve, train: None, test: None },
        )
    }

    #[test]
    fn the_final_runs_are_at_the_best_rate_of_the_tuning_with_other_seeds() {
        let lab = lab();
        let tuning = lab.plan(Scale::Full, 5, &[]);
        // Three models, five optimizers, six rates, and four seeds.
        assert_eq!(tuning.len(), 360);
        assert!(tuning.iter().all(|run| run.config.stage == Stage::Tuning));
        assert!(tuning.iter().all(|run| TUNING_SEEDS.contains(&run.seed)));
        // Higher rates are better, and the highest diverges once.
        let score = |run: &Run<Config>| {
            let rates = run.config.method.rates();
            let is_lost = run.config.rate == rates[5] && run.seed == TUNING_SEEDS[0];
            (!is_lost).then(|| 0.5 + 0.1 * run.config.rate.ln_1p())
        };
        let mut done: Vec<Record> =
            tuning.iter().map(|run| recorded(run, score(run))).collect();
        let plan = lab.plan(Scale::Full, 5, &done);
        let last = &plan[360..];
        assert_eq!(last.len(), 3 * 5 * 5);
        for run in last {
            let Config { method, rate, stage, training, epochs, .. } = run.config;
            assert_eq!((rate, stage), (method.rates()[4], Stage::Final));
            assert_eq!((training, epochs), (7000, 10));
            assert!((1..=5).contains(&run.seed));
        }
        // One that is missing, and nothing of that optimizer and model is final.
        done.remove(0);
        assert_eq!(lab.plan(Scale::Full, 5, &done).len(), 360 + 14 * 5);
        // Nothing is chosen where everything diverged.
        let lost: Vec<Record> = tuning.iter().map(|run| recorded(run, None)).collect();
        assert_eq!(lab.plan(Scale::Full, 5, &lost).len(), 360);
    }
}
