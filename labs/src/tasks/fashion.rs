//! L2: which optimizer trains faster, which further, and how much does the rate matter?
//!
//! What is compared, and how, is in [`listings::labs::fashion`]; here is what runs it.

use crate::data::{DataError, Fashion, Images, stratified_validation_split};
use crate::models::{
    Flat, FlatTask, Labeled, Network, ResidualNetwork, Samples, TableNetwork,
};
use crate::run::{Lab, Picture, Run, Scale, Stopped, Watch};
use listings::data::{batches, seeded};
use listings::evaluation::argmax_rows;
use listings::experiments::{lab_fashion_curves, lab_fashion_rates, lab_fashion_seeds};
use listings::labs::fashion::{
    Config, Method, Model, Outcome, Quality, Record, Stage, TUNING_SEEDS, sweeps, tables,
};
use listings::labs::rounded;
use listings::losses::{CrossEntropy, Loss};
use listings::report::Table;
use listings::schedules::{Cosine, Schedule};
use listings::training::{Task, check_finite, epoch_random};
use ndarray::{Array1, Array2};
use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

/// The share of the training images that the full run holds out.
const VALIDATION: f64 = 0.125;

/// Passes of the full run.
const EPOCHS: usize = 10;

/// Images as pixels in rows, with their classes.
type Pixels = Labeled<f64>;

/// A network, cross-entropy, and images.
type Classifying<N> = FlatTask<N, CrossEntropy, Pixels>;

/// The images of a seed.
#[derive(Clone, Debug, PartialEq)]
struct Parts {
    train: Pixels,
    validation: Pixels,
    test: Pixels,
}

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

    // ANCHOR: parts
    /// The images of a seed, on the scale of those that are trained on.
    fn parts(&self, config: &Config, seed: u64) -> Parts {
        let Fashion { training, test } = &self.data;
        let (mut train, held_out) =
            stratified_validation_split(&training.labels, config.validation, seed);
        train.truncate(config.training);
        let train = training.select(&train);
        // One mean and one deviation for all pixels: a picture stays a picture.
        let pixels = train.brightness().mapv(f64::from);
        let mean = pixels.mean().expect("there are images");
        let deviation = pixels.std(0.0);
        let scaled = |images: &Images| Pixels {
            inputs: images
                .brightness()
                .mapv(|pixel| (f64::from(pixel) - mean) / deviation),
            labels: images.labels.clone(),
        };
        Parts {
            validation: scaled(&training.select(&held_out)),
            train: scaled(&train),
            test: scaled(test),
        }
    }
    // ANCHOR_END: parts

    /// What is tried: models, each with its images and its rates.
    fn tried(&self, scale: Scale) -> Vec<Tried> {
        let all = self.data.training.len();
        // Those that are not held out.
        let rest = all - (VALIDATION * all as f64).round() as usize;
        let perceptron = Model::Perceptron(64);
        let residual = Model::Residual(8);
        let of = |model, epochs, training, rates| {
            // A run of the residual network takes as long as all runs of a seed of the others.
            let seeds = match (scale, model) {
                (Scale::Full, Model::Softmax | Model::Perceptron(_)) => &TUNING_SEEDS[..],
                _ => &TUNING_SEEDS[..1],
            };
            Tried { model, epochs, training, rates, seeds }
        };
        match scale {
            // Enough to tune something, to time every optimizer, and to be over soon.
            Scale::Quick => {
                vec![of(perceptron, 2, 1024, 1..3), of(residual, 1, 512, 2..3)]
            }
            Scale::Full => Model::ALL.map(|model| of(model, EPOCHS, rest, 0..6)).into(),
        }
    }

    fn configs(&self, scale: Scale, method: Method, tried: &Tried) -> Vec<Config> {
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

/// A model and what it gets.
struct Tried {
    model: Model,
    epochs: usize,
    training: usize,
    /// Which of each optimizer's rates.
    rates: Range<usize>,
    /// Those that choose the rate.
    seeds: &'static [u64],
}

/// θ at the end, if training came there, and validation accuracies on the way.
struct Trained {
    theta: Option<Array1<f64>>,
    curve: Vec<f64>,
}

// ANCHOR: train
/// Trains from θ by the optimizer and the rate of `config`; ends early where a loss or a
/// gradient is not finite.
fn train<N>(
    task: &Classifying<N>,
    mut theta: Array1<f64>,
    config: &Config,
    seed: u64,
    watch: &Watch,
) -> Result<Trained, Stopped>
where
    N: Network<Batch = Array2<f64>>,
{
    let Config { rate, epochs, batch, .. } = *config;
    let mut optimizer = config.method.optimizer();
    let steps = epochs * task.samples().div_ceil(batch);
    let schedule =
        Cosine::new(rate, 0.0, steps).unwrap_or_else(|error| panic!("{error}"));
    let (mut step, mut curve) = (0, Vec::new());
    for epoch in 0..epochs {
        let mut random = epoch_random(seed, epoch);
        let is_finite = watch.time("training", || {
            for batch in batches(task.samples(), batch, &mut random) {
                let (loss, gradient) = task.gradient(&theta, &batch, &mut random);
                if check_finite(loss, &gradient).is_err() {
                    return false;
                }
                watch.time("step", || {
                    optimizer.step(schedule.rate(step), &mut theta, &gradient);
                });
                step += 1;
            }
            true
        });
        watch.trained_on(task.samples())?;
        let quality = watch.time("evaluation", || judge(task, &theta, &task.validation));
        match quality.filter(|_| is_finite) {
            Some(quality) => curve.push(quality.accuracy),
            None => return Ok(Trained { theta: None, curve }),
        }
    }
    Ok(Trained { theta: Some(theta), curve })
}
// ANCHOR_END: train

/// Accuracy and loss; `None` where an output is not finite.
fn judge<N>(task: &Classifying<N>, theta: &Array1<f64>, part: &Pixels) -> Option<Quality>
where
    N: Network<Batch = Array2<f64>>,
{
    let outputs = task.outputs(theta, part);
    if outputs.iter().any(|output| !output.is_finite()) {
        return None;
    }
    let found = argmax_rows(&outputs);
    let hits = found.iter().zip(&part.labels).filter(|(found, label)| found == label);
    Some(Quality {
        accuracy: rounded(hits.count() as f64 / part.len() as f64),
        loss: rounded(task.loss.value(&outputs, &part.labels)),
    })
}

/// A run of one network: trained, and judged by the test part if it is for that.
fn run<N>(
    network: N,
    parts: Parts,
    Run { config, seed }: &Run<Config>,
    watch: &Watch,
) -> Result<Outcome, Stopped>
where
    N: Network<Batch = Array2<f64>>,
{
    let Parts { train: training, validation, test } = parts;
    let theta = match config.model {
        // Convex: where it starts decides nothing but how far it has to go.
        Model::Softmax => Array1::zeros(network.layout().parameters()),
        _ => network.layout().initial(&mut seeded(*seed)),
    };
    let (flat, loss) = (Flat::new(network), CrossEntropy::default());
    let task = FlatTask { flat, loss, training, validation };
    let Trained { theta, curve } = train(&task, theta, config, *seed, watch)?;
    let theta = theta.filter(|_| config.stage == Stage::Final);
    let judged =
        |part: &Pixels| watch.time("evaluation", || judge(&task, theta.as_ref()?, part));
    Ok(Outcome {
        parameters: task.flat.parameters(),
        curve,
        train: judged(&task.training),
        test: judged(&test),
    })
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
                let runs: Vec<Run<Config>> = tried
                    .seeds
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
        tuning.extend(crate::run::grid(&last, seeds));
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

/// The configuration of these runs with the best validation accuracy; `None` where all
/// diverged.
fn best(runs: &[Run<Config>], done: &[Record]) -> Option<Config> {
    let keys: HashSet<String> = runs.iter().map(Run::key).collect();
    let own: Vec<Record> = done
        .iter()
        .filter(|record| keys.contains(&Run::of(record).key()))
        .cloned()
        .collect();
    let rate = sweeps(&own).first()?.best()?.rate;
    runs.iter().map(|run| run.config).find(|config| config.rate == rate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::default_folder;
    use listings::labs::fashion::TEST_IMAGES;
    use listings::optimizers::Momentum;
    use listings::training::{EachUpdate, Recipe, Training};
    use std::sync::atomic::AtomicBool;

    fn lab() -> FashionLab {
        FashionLab::load(&default_folder()).unwrap()
    }

    fn config(model: Model, rate: f64) -> Config {
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

    fn outcome(lab: &FashionLab, config: Config, seed: u64) -> Outcome {
        let stop = AtomicBool::new(false);
        lab.run(&Run { config, seed }, &Watch::new(&stop)).unwrap()
    }

    #[test]
    fn the_scale_is_of_the_images_that_are_trained_on() {
        let lab = lab();
        let parts =
            lab.parts(&Config { training: 8000, ..config(Model::Softmax, 0.1) }, 1);
        let Parts { train, validation, test } = parts;
        let sizes = [&train, &validation, &test].map(Samples::len);
        assert_eq!(sizes, [7000, 1000, TEST_IMAGES]);
        // Sums of a million rounded numbers.
        assert!(train.inputs.mean().unwrap().abs() < 1e-10);
        assert!((train.inputs.std(0.0) - 1.0).abs() < 1e-10);
        assert!(test.inputs.mean().unwrap().abs() > 1e-4);
        for class in 0..10 {
            let count = |part: &Pixels| {
                part.labels.iter().filter(|&&label| label == class).count()
            };
            assert_eq!((count(&train), count(&validation)), (700, 100));
        }
        let few = lab.parts(&config(Model::Softmax, 0.1), 1);
        assert_eq!((few.train.len(), few.validation.len()), (640, 1000));
    }

    #[test]
    fn a_run_for_tuning_sees_no_test_image() {
        let lab = lab();
        let mut other = lab.clone();
        other.data.test.pixels.fill(255);
        let tuning = config(Model::Softmax, 0.003);
        assert_eq!(outcome(&lab, tuning, 1), outcome(&other, tuning, 1));
        assert_eq!(outcome(&lab, tuning, 1).test, None);
        // The test part decides nothing but the judgement.
        let last = Config { stage: Stage::Final, ..tuning };
        let (own, others) = (outcome(&lab, last, 1), outcome(&other, last, 1));
        assert_eq!((own.curve, own.train), (others.curve, others.train));
        assert_ne!(own.test, others.test);
    }

    #[test]
    fn softmax_regression_learns_and_the_seed_decides() {
        let lab = lab();
        let tuning = config(Model::Softmax, 0.003);
        let found = outcome(&lab, tuning, 1);
        // Ten classes: chance is 0.1.
        assert!(found.curve.iter().all(|&accuracy| accuracy > 0.3), "{found:?}");
        assert_eq!(found.parameters, 1970);
        assert_ne!(outcome(&lab, tuning, 2), found);
    }

    #[test]
    fn what_diverges_ends_early_and_is_not_judged() {
        let run = Config { stage: Stage::Final, ..config(Model::Perceptron(8), 1e200) };
        let found = outcome(&lab(), run, 1);
        assert_eq!((found.train, found.test), (None, None));
        assert!(found.curve.len() < 2, "{found:?}");
    }

    #[test]
    fn the_loop_is_that_of_the_book() {
        let config = config(Model::Perceptron(8), 0.01);
        let Parts { train: training, validation, .. } = lab().parts(&config, 3);
        let (flat, loss) =
            (Flat::new(TableNetwork::new(&[196, 8, 10])), CrossEntropy::default());
        let task = FlatTask { flat, loss, training, validation };
        let start = task.flat.network().layout().initial(&mut seeded(3));
        // Two epochs of ten batches.
        let rates = EachUpdate(Cosine::new(0.01, 0.0, 20).unwrap());
        let recipe = Recipe::new(2, 64, 3).unwrap();
        let mut book = Training::new(recipe, start.clone(), Momentum::default(), rates);
        book.train(&task, |_| ()).unwrap();
        let stop = AtomicBool::new(false);
        let found =
            crate::run::alone(|| train(&task, start, &config, 3, &Watch::new(&stop)));
        // The same operations in the same order.
        assert_eq!(found.unwrap().theta.as_ref(), Some(book.theta()));
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
        // Five optimizers, six rates, and two, two and one seeds.
        assert_eq!(tuning.len(), 150);
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
        let last = &plan[150..];
        assert_eq!(last.len(), 3 * 5 * 5);
        for run in last {
            let Config { method, rate, stage, training, epochs, .. } = run.config;
            assert_eq!((rate, stage), (method.rates()[4], Stage::Final));
            assert_eq!((training, epochs), (7000, 10));
            assert!((1..=5).contains(&run.seed));
        }
        // One that is missing, and nothing of that optimizer and model is final.
        done.remove(0);
        assert_eq!(lab.plan(Scale::Full, 5, &done).len(), 150 + 14 * 5);
        // Nothing is chosen where everything diverged.
        let lost: Vec<Record> = tuning.iter().map(|run| recorded(run, None)).collect();
        assert_eq!(lab.plan(Scale::Full, 5, &lost).len(), 150);
    }
}
