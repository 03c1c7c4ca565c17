//! L4: does a special loss find more of the ill, or does a threshold do it?
//!
//! What is compared, and how, is in [`listings::labs::hypothyroid`]; here is what runs it.

use super::soft_f1::WithSoftF1;
use crate::data::{DataError, Hypothyroid, Imputation, Samples, stratified_folds};
use crate::metrics::{
    Bin, Reliability, above, auroc, average_precision, best_f1_threshold, brier_score,
    cost_threshold,
};
use crate::run::{Lab, Picture, Run, Scale, Stopped, Watch, grid};
use crate::statistics::auroc_interval;
use listings::data::{Standardization, seeded};
use listings::experiments::{
    lab_hypothyroid_calibration, lab_hypothyroid_focus, lab_hypothyroid_thresholds,
};
use listings::labs::hypothyroid::{
    BINS, Calibration, Config, Criterion, Decisions, Judged, Model, Outcome, Predictor,
    Record, Summary, Test, tables,
};
use listings::losses::{BinaryCrossEntropy, BinaryFocal, Loss, sigmoid};
use listings::models::{self, MultilayerPerceptron};
use listings::optimizers::{Adam, Bfgs, Evaluation, StrongWolfe};
use listings::report::Table;
use listings::schedules::Constant;
use listings::surfaces::Objective;
use listings::training::{EachUpdate, EarlyStopping, Recipe, Task, Training};
use ndarray::{Array1, Array2, Axis, array};
use rand_pcg::Pcg64;
use std::path::Path;

/// Resamples of the test part.
const RESAMPLES: usize = 1000;

// ANCHOR: loss
/// The loss of the listings, for so many patients who are ill and who are not.
fn loss(criterion: Criterion, ill: usize, others: usize) -> Box<dyn Loss> {
    let ratio = others as f64 / ill as f64;
    let valid = "a share of the ill within (0, 1), and a focus from 0 on";
    match criterion {
        Criterion::CrossEntropy => Box::new(BinaryCrossEntropy::default()),
        Criterion::Weighted { power } => {
            let loss = BinaryCrossEntropy::default();
            Box::new(loss.with_positive_weight(ratio.powf(power)).expect(valid))
        }
        Criterion::Focal { gamma, alpha } => {
            Box::new(BinaryFocal::new(alpha, gamma).expect(valid))
        }
        Criterion::WithSoftF1 => Box::new(WithSoftF1::default()),
    }
}
// ANCHOR_END: loss

// ANCHOR: undone
/// The probability that a loss of single samples means by its logit z: the share q of
/// ill patients for which z is best, from q ∂ℓ(z, 1)/∂z + (1 − q) ∂ℓ(z, 0)/∂z = 0.
fn undone(loss: &dyn Loss, logit: f64) -> f64 {
    let slope = |target: f64| loss.gradient(&array![logit], &array![target])[0];
    let (ill, other) = (slope(1.0), slope(0.0));
    other / (other - ill)
}
// ANCHOR_END: undone

/// Patients with features of mean 0 and deviation 1, and 1.0 for the ill.
type Patients = Samples<f64>;

/// What a model sees: the parts of a fold, and the test part.
#[derive(Clone, Debug, PartialEq)]
struct Parts {
    train: Patients,
    validation: Patients,
    left_out: Patients,
    test: Patients,
}

/// A network with one output, or none hidden layer, and its loss.
struct Scoring<'a> {
    network: MultilayerPerceptron,
    loss: Box<dyn Loss>,
    parts: &'a Parts,
}

impl Scoring<'_> {
    fn logits(&self, theta: &Array1<f64>, inputs: &Array2<f64>) -> Array1<f64> {
        models::Model::predict(&self.network, theta, inputs).remove_axis(Axis(1))
    }

    /// The average precision of the validation part.
    fn precision(&self, theta: &Array1<f64>) -> f64 {
        let part = &self.parts.validation;
        let logits = self.logits(theta, &part.inputs).to_vec();
        average_precision(&logits, &classes(part)).expect("ill patients in each fold")
    }
}

impl Task for Scoring<'_> {
    fn samples(&self) -> usize {
        self.parts.train.len()
    }

    fn gradient(
        &self,
        theta: &Array1<f64>,
        batch: &[usize],
        _random: &mut Pcg64,
    ) -> (f64, Array1<f64>) {
        let Samples { inputs, targets } = self.parts.train.select(batch);
        let pass = self.network.forward(theta, &inputs);
        let logits = pass.output().column(0).to_owned();
        let pull = self.loss.gradient(&logits, &targets).insert_axis(Axis(1));
        let gradient = self.network.backward_through(theta, &pass, &pull);
        (self.loss.value(&logits, &targets), gradient)
    }

    fn validation_loss(&self, theta: &Array1<f64>) -> f64 {
        let Samples { inputs, targets } = &self.parts.validation;
        self.loss.value(&self.logits(theta, inputs), targets)
    }
}

/// Logits of a fold's model, and the loss that gave them.
struct Scores {
    loss: Box<dyn Loss>,
    /// Rate and best epoch; absent where nothing was trained.
    kept: Option<(f64, usize)>,
    validation: Array1<f64>,
    left_out: Array1<f64>,
    test: Array1<f64>,
}

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

    // ANCHOR: parts
    /// Leaves fold `out` out, validates by the next one, and trains on the others.
    fn parts(&self, folds: &[Vec<usize>], out: usize, is_one_test: bool) -> Parts {
        let Hypothyroid { training, test } = &self.data;
        let next = (out + 1) % folds.len();
        let others: Vec<usize> = (0..folds.len())
            .filter(|&fold| fold != out && fold != next)
            .flat_map(|fold| folds[fold].iter().copied())
            .collect();
        let of = |part: &Samples<usize>| {
            // The thyrotropin alone, or everything.
            let tsh = Hypothyroid::features().position(|name| name == "TSH");
            let tsh = tsh.expect("a column of the file");
            let columns = if is_one_test { tsh..tsh + 1 } else { 0..18 };
            Samples {
                inputs: part.inputs.slice(ndarray::s![.., columns]).to_owned(),
                targets: part.targets.mapv(|class| class as f64),
            }
        };
        let train = of(&training.select(&others));
        // Medians, means and deviations are of what is trained on, and of nothing else.
        let imputation = Imputation::fit(&train.inputs);
        let scale = Standardization::fit(&imputation.apply(&train.inputs));
        let ready = |part: Patients| {
            part.with_inputs(scale.apply(&imputation.apply(&part.inputs)))
        };
        Parts {
            train: ready(train),
            validation: ready(of(&training.select(&folds[next]))),
            left_out: ready(of(&training.select(&folds[out]))),
            test: ready(of(test)),
        }
    }
    // ANCHOR_END: parts

    /// The share of the ill for everybody.
    fn share(parts: &Parts) -> Scores {
        let ill = parts.train.targets.sum();
        let others = parts.train.len() as f64 - ill;
        let of = |part: &Patients| Array1::from_elem(part.len(), (ill / others).ln());
        Scores {
            loss: Box::new(BinaryCrossEntropy::default()),
            kept: None,
            validation: of(&parts.validation),
            left_out: of(&parts.left_out),
            test: of(&parts.test),
        }
    }

    // ANCHOR: train
    /// Trains at every rate; the validation part chooses. `None` where all diverged.
    fn trained(
        predictor: &Predictor,
        parts: &Parts,
        seed: u64,
        watch: &Watch,
    ) -> Result<Option<Scores>, Stopped> {
        let Predictor::Trained { model, criterion, rates, epochs, patience, batch } =
            predictor
        else {
            return Ok(Some(Self::share(parts)));
        };
        let samples = parts.train.len();
        let ill = parts.train.targets.sum() as usize;
        let features = parts.train.inputs.ncols();
        let widths = match *model {
            Model::Network { hidden } => vec![features, hidden, 1],
            Model::Thyrotropin | Model::Linear => vec![features, 1],
        };
        let network = MultilayerPerceptron::new(&widths);
        let start = match model {
            Model::Network { .. } => network.initial(&mut seeded(seed)),
            _ => Array1::zeros(models::Model::parameters(&network)),
        };
        let loss = loss(*criterion, ill, samples - ill);
        let scoring = Scoring { network, loss, parts };
        let valid = "hyperparameters in their ranges";
        let recipe = Recipe::new(*epochs, *batch, seed).expect(valid);
        let (mut best, mut kept) = (None, None);
        for &rate in rates {
            let constant = EachUpdate(Constant::new(rate).expect(valid));
            let stopping = EarlyStopping::new(*patience, 0.0).expect(valid);
            let mut training =
                Training::new(recipe, start.clone(), Adam::default(), constant)
                    .with_early_stopping(stopping);
            let mut is_finite = true;
            while is_finite && !training.is_over() {
                let epoch = watch.time("training", || training.epoch(&scoring));
                is_finite = epoch.is_ok();
                watch.trained_on(samples)?;
            }
            let stopped = training.stopping().and_then(EarlyStopping::best);
            if let (true, Some(stopped)) = (is_finite, stopped) {
                // Of rates that rank alike, the one with the lower loss.
                let score = (scoring.precision(&stopped.theta), -stopped.loss);
                if best.is_none_or(|best| score > best) {
                    best = Some(score);
                    kept = Some((rate, stopped.clone()));
                }
            }
        }
        Ok(kept.map(|(rate, best)| {
            let of = |part: &Patients| scoring.logits(&best.theta, &part.inputs);
            let (validation, left_out, test) =
                (of(&parts.validation), of(&parts.left_out), of(&parts.test));
            let kept = Some((rate, best.epoch));
            Scores { loss: scoring.loss, kept, validation, left_out, test }
        }))
    }
    // ANCHOR_END: train
}

fn classes(part: &Patients) -> Vec<usize> {
    part.targets.iter().map(|&target| target as usize).collect()
}

/// Found and alarmed.
fn count(says_ill: &Array1<usize>, classes: &[usize]) -> [usize; 2] {
    let of = |class: usize| {
        let alarmed = says_ill.iter().zip(classes).filter(|(says, _)| **says == 1);
        alarmed.filter(|(_, other)| **other == class).count()
    };
    [of(1), of(0)]
}

/// The ill among the share of patients with the highest scores.
fn found_in(share: f64, scores: &[f64], classes: &[usize]) -> usize {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let count = (share * scores.len() as f64).round() as usize;
    order[..count].iter().map(|&index| classes[index]).sum()
}

fn add(decisions: &mut Decisions, [found, alarms]: [usize; 2]) {
    decisions.found.push(found);
    decisions.alarms.push(alarms);
}

// ANCHOR: scaling
/// Cross-entropy of σ(a z + b), as a function of (a, b).
struct Scaling<'a> {
    logits: &'a Array1<f64>,
    targets: &'a Array1<f64>,
}

impl Scaling<'_> {
    fn scaled(theta: &Array1<f64>, logits: &Array1<f64>) -> Array1<f64> {
        logits.mapv(|logit| theta[0] * logit + theta[1])
    }
}

impl Objective for Scaling<'_> {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let logits = Self::scaled(theta, self.logits);
        BinaryCrossEntropy::default().value(&logits, self.targets)
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let logits = Self::scaled(theta, self.logits);
        let pull = BinaryCrossEntropy::default().gradient(&logits, self.targets);
        array![pull.dot(self.logits), pull.sum()]
    }
}

/// a and b for the logits of validation samples.
///
/// The targets are a little less than certain: with labels of 0 and 1, a would grow
/// without end where the classes are told apart without a mistake. Platt (1999).
fn scaling(logits: &Array1<f64>, targets: &Array1<f64>) -> Array1<f64> {
    let (samples, ill) = (targets.len() as f64, targets.sum());
    let [yes, no] = [(ill + 1.0) / (ill + 2.0), 1.0 / (samples - ill + 2.0)];
    let targets = &targets.mapv(|target| if target == 1.0 { yes } else { no });
    let scaling = Scaling { logits, targets };
    let mut method = Bfgs::new(StrongWolfe::default(), 1e-8).expect("above 0");
    let mut here = Evaluation::at(&scaling, array![1.0, 0.0]);
    // Some ten steps are enough; the search ends where rounding hides what is left.
    for _ in 0..100 {
        if method.advance(&scaling, &mut here).is_err() {
            break;
        }
    }
    here.theta
}
// ANCHOR_END: scaling

/// Rounded to so many decimals, to keep the file of records small.
fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (value * scale).round() / scale
}

/// Probabilities against classes; with so many bins, of which those with patients are kept.
fn calibration(probabilities: &[f64], classes: &[usize], bins: usize) -> Calibration {
    let of = Array1::from(probabilities.to_vec());
    let brier = brier_score(&of, &Array1::from(classes.to_vec()));
    let error = Reliability::of(probabilities, classes, 10).expected_error();
    let of_bin = |bin: &Bin| {
        let samples = bin.samples as f64;
        let number = ((bin.probability * bins as f64) as usize).min(bins - 1);
        let ill = (bin.share * samples).round() as usize;
        (number, bin.samples, ill, rounded(bin.probability * samples, 2))
    };
    let bins = match bins {
        0 => Vec::new(),
        _ => Reliability::of(probabilities, classes, bins)
            .bins
            .iter()
            .map(of_bin)
            .collect(),
    };
    Calibration {
        brier: rounded(brier.expect("there are patients"), 6),
        error: rounded(error.expect("there are patients"), 6),
        bins,
    }
}

impl HypothyroidLab {
    /// What the models of all folds say of what was left out, and of the test part.
    fn judge(&self, folds: &[(Parts, Scores)], has_formula: bool, seed: u64) -> Judged {
        let mut judged = Judged {
            ill: Vec::new(),
            others: Vec::new(),
            rates: folds.iter().filter_map(|(_, scores)| Some(scores.kept?.0)).collect(),
            epochs: folds.iter().filter_map(|(_, scores)| Some(scores.kept?.1)).collect(),
            auroc: Vec::new(),
            average_precision: Vec::new(),
            half: Decisions::default(),
            thresholds: Vec::new(),
            chosen: Decisions::default(),
            cheapest: Decisions::default(),
            in_twentieth: Vec::new(),
            in_tenth: Vec::new(),
            raw: calibration(&[0.0], &[0], 0),
            undone: None,
            scaled: calibration(&[0.0], &[0], 0),
            test: Test {
                ill: 0,
                others: 0,
                auroc: 0.0,
                interval: [0.0; 2],
                average_precision: 0.0,
                half: [0; 2],
                chosen: [0; 2],
            },
        };
        let (mut truth, mut raw, mut corrected, mut scaled) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let test_size = self.data.test.len();
        let mut committee = vec![0.0; test_size];
        let (mut half, mut chosen) = (vec![0; test_size], vec![0; test_size]);
        for (parts, scores) in folds {
            let own = classes(&parts.left_out);
            let ill: usize = own.iter().sum();
            judged.ill.push(ill);
            judged.others.push(own.len() - ill);
            let logits = scores.left_out.as_slice().expect("a vector");
            let precision = average_precision(logits, &own);
            let area = auroc(logits, &own).expect("both classes in each fold");
            judged.auroc.push(rounded(area, 6));
            judged
                .average_precision
                .push(rounded(precision.expect("ill patients in each fold"), 6));
            add(&mut judged.half, count(&above(logits, 0.0), &own));
            judged.in_twentieth.push(found_in(0.05, logits, &own));
            judged.in_tenth.push(found_in(0.1, logits, &own));
            let validation = scores.validation.as_slice().expect("a vector");
            let (threshold, _) =
                best_f1_threshold(validation, &classes(&parts.validation))
                    .expect("ill patients in each fold");
            judged.thresholds.push(rounded(sigmoid(threshold), 6));
            add(&mut judged.chosen, count(&above(logits, threshold), &own));

            let line = scaling(&scores.validation, &parts.validation.targets);
            let to_scale = Scaling::scaled(&line, &scores.left_out).mapv(sigmoid);
            let by_formula = scores.left_out.mapv(|z| undone(&*scores.loss, z));
            let best = if has_formula { &by_formula } else { &to_scale };
            let train = &parts.train.targets;
            let miss = (train.len() as f64 - train.sum()) / train.sum();
            let cheap = cost_threshold(1.0, miss).expect("ill and others");
            let says = above(best.as_slice().expect("a vector"), cheap);
            add(&mut judged.cheapest, count(&says, &own));
            raw.extend(logits.iter().map(|&logit| sigmoid(logit)));
            corrected.extend(by_formula);
            scaled.extend(to_scale);
            truth.extend(own);

            for (index, &logit) in scores.test.iter().enumerate() {
                committee[index] += sigmoid(logit) / folds.len() as f64;
                half[index] += usize::from(logit >= 0.0);
                chosen[index] += usize::from(logit >= threshold);
            }
        }
        judged.raw = calibration(&raw, &truth, BINS);
        judged.undone = has_formula.then(|| calibration(&corrected, &truth, BINS / 2));
        judged.scaled = calibration(&scaled, &truth, 0);

        let truth = self.data.test.targets.to_vec();
        let majority = |votes: &[usize]| -> Array1<usize> {
            votes.iter().map(|&votes| usize::from(2 * votes > folds.len())).collect()
        };
        let interval = auroc_interval(&committee, &truth, RESAMPLES, seed);
        let of = |value: Option<f64>| rounded(value.expect("both classes"), 6);
        judged.test = Test {
            ill: truth.iter().sum(),
            others: truth.iter().filter(|&&class| class == 0).count(),
            auroc: of(auroc(&committee, &truth)),
            interval: interval.expect("both classes").map(|end| rounded(end, 6)),
            average_precision: of(average_precision(&committee, &truth)),
            half: count(&majority(&half), &truth),
            chosen: count(&majority(&chosen), &truth),
        };
        judged
    }
}

/// The losses that are compared on the network.
fn criteria() -> Vec<Criterion> {
    let focal = |gamma, alpha| Criterion::Focal { gamma, alpha };
    let mut criteria = vec![
        Criterion::CrossEntropy,
        Criterion::Weighted { power: 0.5 },
        Criterion::Weighted { power: 1.0 },
    ];
    criteria.extend([0.5, 1.0, 2.0, 3.0, 5.0].map(|gamma| focal(gamma, None)));
    criteria.extend([0.25, 0.95].map(|alpha| focal(2.0, Some(alpha))));
    criteria.push(Criterion::WithSoftF1);
    criteria
}

impl Lab for HypothyroidLab {
    type Config = Config;
    type Outcome = Outcome;
    const NAME: &'static str = "l4";
    const REVISION: u32 = 1;

    fn plan(&self, scale: Scale, seeds: u64, _done: &[Record]) -> Vec<Run<Config>> {
        let network = Model::Network { hidden: 24 };
        let plain = Criterion::CrossEntropy;
        let weighted = Criterion::Weighted { power: 1.0 };
        let (kinds, rates, epochs): (Vec<_>, &[f64], usize) = match scale {
            Scale::Quick => {
                let focal = Criterion::Focal { gamma: 2.0, alpha: None };
                let kinds = [plain, weighted, focal].map(|loss| (network, loss));
                ([&[(Model::Linear, plain)], &kinds[..]].concat(), &[0.01], 15)
            }
            Scale::Full => {
                let mut kinds = vec![
                    (Model::Thyrotropin, plain),
                    (Model::Linear, plain),
                    (Model::Linear, weighted),
                ];
                kinds.extend(criteria().into_iter().map(|loss| (network, loss)));
                (kinds, &[0.001, 0.003, 0.01, 0.03, 0.1, 0.3], 100)
            }
        };
        let trained = |(model, criterion)| Predictor::Trained {
            model,
            criterion,
            rates: rates.to_vec(),
            epochs,
            patience: 10,
            batch: 128,
        };
        let mut predictors = vec![Predictor::Share];
        predictors.extend(kinds.into_iter().map(trained));
        let config = |predictor| Config { predictor, folds: 5 };
        grid(&predictors.into_iter().map(config).collect::<Vec<_>>(), seeds)
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
            match Self::trained(predictor, &parts, start, watch)? {
                Some(scores) => models.push((parts, scores)),
                None => return Ok(Outcome { judged: None }),
            }
        }
        let judged = watch.time("evaluation", || self.judge(&models, has_formula, *seed));
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
    use listings::data::gaussian;
    use listings::solvers::best_probability;
    use rand::RngExt;
    use std::sync::atomic::AtomicBool;

    fn lab() -> HypothyroidLab {
        HypothyroidLab::load(&default_folder()).unwrap()
    }

    fn parts(lab: &HypothyroidLab) -> Parts {
        let folds = stratified_folds(&lab.data.training.targets, 5, 1);
        lab.parts(&folds, 0, false)
    }

    #[test]
    fn the_parts_of_a_fold_share_no_patient_and_the_scale_is_of_the_training_part() {
        let lab = lab();
        let parts = parts(&lab);
        let sizes = [&parts.train, &parts.validation, &parts.left_out].map(Samples::len);
        assert_eq!(sizes.iter().sum::<usize>(), lab.data.training.len());
        let means = |part: &Patients| part.inputs.mean_axis(Axis(0)).unwrap();
        // Sums of 1388 rounded numbers; of the others the means are not of this size.
        assert!(means(&parts.train).iter().all(|mean| mean.abs() < 1e-12));
        assert!(means(&parts.validation).iter().any(|mean| mean.abs() > 1e-3));
        assert!(means(&parts.left_out).iter().any(|mean| mean.abs() > 1e-3));
    }

    #[test]
    fn what_is_left_out_or_for_test_changes_nothing_that_is_fitted() {
        let lab = lab();
        let mut other = lab.clone();
        let folds = stratified_folds(&lab.data.training.targets, 5, 1);
        other.data.test.inputs.fill(1e6);
        for &row in folds[0].iter().chain(&folds[1]) {
            other.data.training.inputs.row_mut(row).fill(1e6);
        }
        assert_eq!(parts(&lab).train, parts(&other).train);
        assert_ne!(parts(&lab).validation, parts(&other).validation);
        // Of the part that is left out, not even the choice of rate and threshold hears.
        let mut third = lab.clone();
        for &row in &folds[0] {
            third.data.training.inputs.row_mut(row).fill(1e6);
        }
        assert_eq!(parts(&lab).validation, parts(&third).validation);
    }

    #[test]
    fn undone_is_the_share_that_the_probability_is_best_for() {
        let mut losses: Vec<Box<dyn Loss>> = Vec::new();
        for criterion in criteria() {
            if criterion != Criterion::WithSoftF1 {
                losses.push(loss(criterion, 100, 2000));
            }
        }
        for loss in &losses {
            for share in [0.01, 0.05, 0.3, 0.5, 0.9] {
                let best = best_probability(&**loss, share);
                let share_again = undone(&**loss, (best / (1.0 - best)).ln());
                // The bracket is closed to 10⁻¹⁶ in z, and ln and σ round.
                assert!((share_again - share).abs() < 1e-10, "{share}: {share_again}");
            }
        }
        // A weight multiplies the odds: σ(z) = ½ means 1 to 20.
        let weighted = loss(Criterion::Weighted { power: 1.0 }, 100, 2000);
        assert!((undone(&*weighted, 0.0) - 1.0 / 21.0).abs() < 1e-15);
    }

    #[test]
    fn scaling_finds_slope_and_intercept() {
        let mut random = seeded(1);
        let logits = gaussian(20_000, 1, 2.0, &mut random).column(0).to_owned();
        let targets = logits
            .mapv(|z| f64::from(u8::from(random.random_bool(sigmoid(0.5 * z - 1.0)))));
        let line = scaling(&logits, &targets);
        // Four standard errors, which are about 0.01 and 0.02.
        assert!((line[0] - 0.5).abs() < 0.05, "{line}");
        assert!((line[1] + 1.0).abs() < 0.08, "{line}");
        // Told apart without a mistake: steep, and finite.
        let line = scaling(&array![-1.0, -0.5, 0.5, 1.0], &array![0.0, 0.0, 1.0, 1.0]);
        assert!(line[0] > 1.0 && line.iter().all(|x| x.is_finite()), "{line}");
    }

    #[test]
    fn counts_by_hand() {
        let classes = [1, 0, 1, 0];
        assert_eq!(count(&array![1, 1, 0, 0], &classes), [1, 1]);
        assert_eq!(found_in(0.5, &[0.9, 0.1, 0.8, 0.2], &classes), 2);
        assert_eq!(found_in(0.25, &[0.1, 0.9, 0.8, 0.2], &classes), 0);
        let of = calibration(&[0.0, 0.25, 0.25, 1.0], &[0, 1, 0, 1], 20);
        assert_eq!(of.bins, [(0, 1, 0, 0.0), (5, 2, 1, 0.5), (19, 1, 1, 1.0)]);
    }

    #[test]
    fn the_share_finds_nobody_and_a_model_most() {
        let lab = lab();
        let judge = |predictor| {
            let (stop, config) = (AtomicBool::new(false), Config { predictor, folds: 5 });
            let outcome = lab.run(&Run { config, seed: 1 }, &Watch::new(&stop)).unwrap();
            outcome.judged.unwrap()
        };
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
