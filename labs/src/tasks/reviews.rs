//! L3: does a transformer need a warm-up?
//!
//! What is compared, and how, is in [`listings::labs::reviews`]; here is what runs it.

use crate::data::{
    DataError, PADDING, Reviews, Texts, Vocabulary, stratified_validation_split,
};
use crate::models::{Flat, FlatTask, Labeled, Network, ReviewTransformer, Samples};
use crate::run::{Lab, Picture, Run, Scale, Stopped, Watch, grid};
use listings::data::{batches, seeded};
use listings::evaluation::argmax_rows;
use listings::experiments::{lab_reviews, lab_reviews_curves, lab_reviews_peaks};
use listings::labs::reviews::{
    Config, Fall, Norm, Outcome, Predictor, Quality, Record, TUNING, choose, schedule,
    tables,
};
use listings::losses::{BinaryCrossEntropy, CrossEntropy, Loss};
use listings::models::{NormPlace, Transformer};
use listings::optimizers::{Adam, Evaluation, Lbfgs, Optimizer};
use listings::report::Table;
use listings::surfaces::Objective;
use listings::training::{Task, check_finite, epoch_random};
use ndarray::{Array1, Array2};
use std::path::Path;

/// The classes: content, or not.
const CLASSES: usize = 2;

/// In so many pieces of equal length the losses of the batches are averaged.
const PIECES: usize = 10;

/// Reviews as tokens in rows, with their classes.
type Part = Labeled<usize>;

/// What is trained on, chosen by, and judged on, as one vocabulary reads it.
#[derive(Clone, Debug, PartialEq)]
struct Parts {
    tokens: usize,
    train: Part,
    held_out: Part,
    test: Part,
}

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

    // ANCHOR: parts
    /// The parts of a seed, as numbers: the words are those of the reviews that are
    /// trained on, and of no others.
    fn parts(&self, config: &Config, seed: u64) -> Parts {
        let used = self.data.training.select(&(0..config.reviews).collect::<Vec<_>>());
        let (train, held_out) =
            stratified_validation_split(&used.labels, config.validation, seed);
        let (train, held_out) = (used.select(&train), used.select(&held_out));
        let vocabulary = Vocabulary::fit(&train.texts, config.occurs);
        let part = |part: &Texts| Part {
            inputs: vocabulary.sequences(&part.texts, config.length),
            labels: part.labels.clone(),
        };
        Parts {
            tokens: vocabulary.tokens(),
            train: part(&train),
            held_out: part(&held_out),
            test: part(&self.data.test),
        }
    }
    // ANCHOR_END: parts
}

/// Loss and accuracy of scores of shape (n, 2), in four digits.
fn judge(scores: &Array2<f64>, part: &Part) -> Quality {
    let decisions = argmax_rows(scores);
    let right = decisions.iter().zip(&part.labels).filter(|(a, b)| a == b);
    let brief = |value: f64| format!("{value:.3e}").parse().expect("a number");
    Quality {
        loss: brief(CrossEntropy::default().value(scores, &part.labels)),
        accuracy: brief(right.count() as f64 / part.len() as f64),
    }
}

// ANCHOR: bag
/// The mean cross-entropy of logistic regression on which words occur, plus
/// λ/2 ‖w‖².
///
/// θ holds a weight for each token. No word is padding, so that its place is free for
/// the intercept, which is not penalized.
struct BagOfWords {
    reviews: Vec<Vec<usize>>,
    targets: Array1<f64>,
    penalty: f64,
}

impl BagOfWords {
    fn new(part: &Part, penalty: f64) -> Self {
        let words = |row: ndarray::ArrayView1<usize>| {
            let mut words = row.to_vec();
            words.push(PADDING);
            words.sort_unstable();
            words.dedup();
            words
        };
        Self {
            reviews: part.inputs.rows().into_iter().map(words).collect(),
            targets: part.labels.mapv(|class| class as f64),
            penalty,
        }
    }

    fn logits(&self, theta: &Array1<f64>) -> Array1<f64> {
        let logit = |words: &Vec<usize>| words.iter().map(|&word| theta[word]).sum();
        self.reviews.iter().map(logit).collect()
    }
}

impl Objective for BagOfWords {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let squares = theta.dot(theta) - theta[PADDING].powi(2);
        BinaryCrossEntropy::default().value(&self.logits(theta), &self.targets)
            + self.penalty / 2.0 * squares
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let pull =
            BinaryCrossEntropy::default().gradient(&self.logits(theta), &self.targets);
        let mut gradient = theta * self.penalty;
        gradient[PADDING] = 0.0;
        for (words, pull) in self.reviews.iter().zip(&pull) {
            words.iter().for_each(|&word| gradient[word] += pull);
        }
        gradient
    }
}
// ANCHOR_END: bag

/// The weights of the least penalized loss.
fn fitted(bag: &BagOfWords, tokens: usize) -> Array1<f64> {
    let mut method = Lbfgs::new(10).expect("a memory");
    let mut here = Evaluation::at(bag, Array1::zeros(tokens));
    // Some fifty steps are enough; the search ends where rounding hides what is left.
    for _ in 0..500 {
        match method.advance(bag, &mut here) {
            Ok(step) if step.rate > 0.0 => {}
            _ => break,
        }
    }
    here.theta
}

/// Scores of both classes from the logit of one.
fn scores(logits: &Array1<f64>) -> Array2<f64> {
    let mut scores = Array2::zeros((logits.len(), CLASSES));
    scores.column_mut(1).assign(logits);
    scores
}

/// A transformer that learns classes.
type Reading = FlatTask<ReviewTransformer, CrossEntropy, Part>;

fn transformer(predictor: &Predictor, length: usize, tokens: usize) -> ReviewTransformer {
    let Predictor::Transformer { norm, width, hidden, layers, heads, .. } = *predictor
    else {
        panic!("{predictor:?} is no transformer")
    };
    let norm = match norm {
        Norm::Before => NormPlace::Before,
        Norm::After => NormPlace::After,
    };
    let classes = CLASSES;
    let sizes = Transformer { tokens, length, width, hidden, layers, classes, norm };
    ReviewTransformer::new(sizes, heads)
}

// ANCHOR: train
/// Trains a transformer; fills in what came out.
fn train(
    run: &Run<Config>,
    parts: Parts,
    watch: &Watch,
    outcome: &mut Outcome,
) -> Result<(), Stopped> {
    let Run { config, seed } = run;
    let Predictor::Transformer { fall, warmup, peak, epochs, batch, .. } =
        config.predictor
    else {
        panic!("{:?} is no transformer", config.predictor)
    };
    let network = transformer(&config.predictor, config.length, parts.tokens);
    let mut theta = network.layout().initial(&mut seeded(*seed));
    let Parts { train, held_out, test, .. } = parts;
    let task = Reading {
        flat: Flat::new(network),
        loss: CrossEntropy::default(),
        training: train,
        validation: held_out,
    };
    let steps = epochs * task.samples().div_ceil(batch);
    let schedule = schedule(fall, warmup, peak, steps).expect("a valid schedule");
    let (mut adam, mut losses) = (Adam::default(), Vec::new());
    for epoch in 0..epochs {
        let mut random = epoch_random(*seed, epoch);
        let order = batches(task.samples(), batch, &mut random);
        let is_finite = watch.time("training", || {
            order.iter().all(|batch| {
                let (loss, gradient) = task.gradient(&theta, batch, &mut random);
                if check_finite(loss, &gradient).is_err() {
                    return false;
                }
                adam.step(schedule.rate(losses.len()), &mut theta, &gradient);
                losses.push(loss);
                true
            })
        });
        watch.trained_on(task.samples())?;
        if !is_finite || theta.iter().any(|entry| !entry.is_finite()) {
            break;
        }
        let held_out = &task.validation;
        let scores = watch.time("evaluation", || task.outputs(&theta, held_out));
        outcome.validation.push(judge(&scores, held_out));
    }
    let piece = steps.div_ceil(PIECES);
    let mean = |piece: &[f64]| piece.iter().sum::<f64>() / piece.len() as f64;
    let brief = |value: f64| format!("{value:.2e}").parse().expect("a number");
    outcome.training = losses.chunks(piece).map(|piece| brief(mean(piece))).collect();
    if outcome.validation.len() == epochs {
        let scores = watch.time("evaluation", || task.outputs(&theta, &test));
        outcome.test = Some(judge(&scores, &test));
    }
    Ok(())
}
// ANCHOR_END: train

/// The transformers of every schedule at each of these peaks, and the bag of words at
/// as many penalties.
fn candidates(scale: Scale) -> Vec<Config> {
    let mut configs = Vec::new();
    let full = |predictor| Config {
        predictor,
        reviews: 3_350,
        validation: 0.2,
        length: 64,
        occurs: 5,
    };
    let quick = |predictor| Config { reviews: 640, length: 16, ..full(predictor) };
    let (epochs, peaks, penalties): (_, &[f64], &[f64]) = match scale {
        Scale::Quick => (1, &[0.01], &[0.01]),
        Scale::Full => (3, &[0.001, 0.004, 0.016, 0.064], &[0.0001, 0.001, 0.01, 0.1]),
    };
    let config = |predictor| match scale {
        Scale::Quick => quick(predictor),
        Scale::Full => full(predictor),
    };
    configs.extend(penalties.iter().map(|&penalty| config(Predictor::Words { penalty })));
    for norm in [Norm::Before, Norm::After] {
        let falls: &[Fall] = match (scale, norm) {
            (Scale::Quick, _) => &[Fall::Cosine],
            (_, Norm::Before) => &[
                Fall::Constant,
                Fall::Step,
                Fall::Exponential,
                Fall::Cosine,
                Fall::OneCycle,
            ],
            (_, Norm::After) => &[Fall::Constant, Fall::Cosine],
        };
        for &fall in falls {
            // One cycle begins with a rise of its own.
            let warmups: &[f64] =
                if fall == Fall::OneCycle { &[0.0] } else { &[0.0, 0.1] };
            for &warmup in warmups {
                configs.extend(peaks.iter().map(|&peak| {
                    config(Predictor::Transformer {
                        norm,
                        fall,
                        warmup,
                        peak,
                        epochs,
                        batch: 32,
                        width: 32,
                        hidden: 64,
                        layers: 2,
                        heads: 2,
                    })
                }));
            }
        }
    }
    configs
}

impl Lab for ReviewsLab {
    type Config = Config;
    type Outcome = Outcome;
    const NAME: &'static str = "l3";
    const REVISION: u32 = 1;

    // ANCHOR: plan
    fn plan(&self, scale: Scale, seeds: u64, done: &[Record]) -> Vec<Run<Config>> {
        let candidates = candidates(scale);
        let tuning = &TUNING[..if scale == Scale::Quick { 1 } else { 2 }];
        let run = |seed: &u64| {
            let seed = *seed;
            candidates.iter().map(move |&config| Run { config, seed })
        };
        let mut plan: Vec<_> = tuning.iter().flat_map(run).collect();
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
    use crate::data::{default_folder, words};
    use listings::checking::gradient_error;
    use std::f64::consts::LN_2;
    use std::sync::atomic::AtomicBool;

    fn lab() -> ReviewsLab {
        ReviewsLab::load(&default_folder()).unwrap()
    }

    fn small(predictor: Predictor) -> Config {
        Config { predictor, reviews: 640, validation: 0.2, length: 32, occurs: 5 }
    }

    fn run(lab: &ReviewsLab, config: Config, seed: u64) -> Outcome {
        let stop = AtomicBool::new(false);
        lab.run(&Run { config, seed }, &Watch::new(&stop)).unwrap()
    }

    fn cosine(norm: Norm, peak: f64) -> Predictor {
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
    fn parts_have_their_sizes_and_half_of_each_class() {
        let config = candidates(Scale::Full)[0];
        let parts = lab().parts(&config, 1);
        let sizes = [&parts.train, &parts.held_out, &parts.test]
            .map(|part| (part.len(), part.labels.sum()));
        assert_eq!(sizes, [(2_680, 1_340), (670, 335), (838, 419)]);
        assert_eq!(parts.train.inputs.dim(), (2_680, 64));
        assert_ne!(parts, lab().parts(&config, 2));
    }

    #[test]
    fn words_are_known_from_reviews_that_are_trained_on_and_from_no_others() {
        let (lab, config) = (lab(), small(Predictor::Always));
        let parts = lab.parts(&config, 1);
        // Another test part, and words that only validation has, change nothing.
        let mut other = lab.clone();
        other.data.test.texts.iter_mut().for_each(|text| *text = "zzz ".repeat(9));
        let used = lab.data.training.select(&(0..640).collect::<Vec<_>>());
        let (_, held_out) = stratified_validation_split(&used.labels, 0.2, 1);
        for row in held_out {
            other.data.training.texts[row] += " zzz";
        }
        let same = other.parts(&config, 1);
        assert_eq!((parts.tokens, parts.train), (same.tokens, same.train));
        assert!(same.test.inputs.iter().all(|&token| token <= 1), "zzz is unknown");
    }

    #[test]
    fn nothing_of_the_test_part_reaches_the_weights() {
        let lab = lab();
        let mut other = lab.clone();
        other.data.test.labels.mapv_inplace(|class| 1 - class);
        let config = small(cosine(Norm::Before, 0.01));
        let (one, two) = (run(&lab, config, 1), run(&other, config, 1));
        assert_eq!((&one.training, &one.validation), (&two.training, &two.validation));
        let sum = one.test.unwrap().accuracy + two.test.unwrap().accuracy;
        // Four digits each.
        assert!((sum - 1.0).abs() < 2e-4, "{sum}");
    }

    #[test]
    fn the_bag_counts_a_word_once_and_its_gradient_is_that_of_its_value() {
        let part = Part {
            inputs: ndarray::array![[2, 3, 2, 0], [3, 1, 0, 0], [2, 0, 0, 0]],
            labels: ndarray::array![1, 0, 1],
        };
        let bag = BagOfWords::new(&part, 0.3);
        assert_eq!(bag.reviews, [vec![0, 2, 3], vec![0, 1, 3], vec![0, 2]]);
        let theta = ndarray::array![0.5, -1.0, 2.0, 0.25];
        assert_eq!(bag.logits(&theta), ndarray::array![2.75, -0.25, 2.5]);
        let error =
            gradient_error(|theta| bag.value(theta), &bag.gradient(&theta), &theta);
        // A difference quotient of steps of 10⁻⁵ or so.
        assert!(error < 1e-8, "{error}");
    }

    #[test]
    fn the_bag_is_fitted_to_the_bottom_and_learns_more_than_nothing() {
        let (lab, config) = (lab(), small(Predictor::Words { penalty: 0.01 }));
        let parts = lab.parts(&config, 1);
        let bag = BagOfWords::new(&parts.train, 0.01);
        let theta = fitted(&bag, parts.tokens);
        let steepest = bag
            .gradient(&theta)
            .iter()
            .fold(0.0, |most: f64, slope| most.max(slope.abs()));
        // The loss is within steepest² / 2λ of its least: 10⁻⁸.
        assert!(steepest < 1e-5, "{steepest}");
        let nothing = run(&lab, small(Predictor::Always), 1).test.unwrap();
        assert_eq!(nothing.accuracy, 0.5);
        assert!((nothing.loss - LN_2).abs() < 1e-4);
        let words = run(&lab, config, 1).test.unwrap();
        assert!(words.accuracy > 0.75 && words.loss < 0.55, "{words:?}");
    }

    #[test]
    fn a_transformer_learns_and_one_that_overflows_says_so() {
        let lab = lab();
        for norm in [Norm::Before, Norm::After] {
            let outcome = run(&lab, small(cosine(norm, 0.02)), 1);
            assert_eq!((outcome.training.len(), outcome.validation.len()), (10, 3));
            // Of 48 steps the last pieces are below the first.
            let (first, last) = (outcome.training[0], outcome.training[9]);
            assert!(last < first - 0.1, "{norm:?}: {:?}", outcome.training);
            assert_eq!(outcome.last(), outcome.validation.last().copied());
        }
        let outcome = run(&lab, small(cosine(Norm::Before, 1e300)), 1);
        assert_eq!((outcome.last(), outcome.validation.len()), (None, 0));
        let json = serde_json::to_string(&outcome).unwrap();
        assert!(!json.contains("null"), "{json}");
        assert_eq!(serde_json::from_str::<Outcome>(&json).unwrap(), outcome);
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
        // Nine schedules and four, and the bag of words, each at four settings, twice.
        assert_eq!(plan.len(), 14 * 4 * 2);
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

    #[test]
    fn most_reviews_are_read_to_their_end() {
        let texts = lab().data.training.texts;
        let length = candidates(Scale::Full)[0].length;
        let long = texts.iter().filter(|text| words(text).count() > length).count();
        assert!(long * 100 < texts.len(), "{long}");
    }
}
