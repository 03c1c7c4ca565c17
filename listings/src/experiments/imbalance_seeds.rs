//! A rare class under several losses, over several data sets: what each finds on test
//! samples, and what a moved threshold does to cross-entropy.

use super::imbalanced::{ClassLoss, EPOCHS, Training, confusion, draw};
use super::{Experiment, Run, Setting, finish};
use crate::data::seeded;
use crate::losses::{CrossEntropy, Focal};
use crate::report::{Cell, Table};
use ndarray::{Array1, Array2, array};
use serde::Serialize;

/// The share of class 1.
const SHARE: f64 = 0.1;

/// Samples to test on; their labels are right.
const TEST: usize = 3000;

/// A thousand training samples, nine to one, and several seeds.
#[derive(Clone, Debug)]
pub struct Config {
    /// The focus γ.
    pub gamma: f64,
    /// How many data sets: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { gamma: 2.0, seeds: 10 }
    }
}

/// Every loss on the same data sets, from the same start.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The focus γ.
    pub gamma: f64,
    /// How many data sets are done.
    pub seeds: usize,
    /// Cross-entropy.
    pub cross_entropy: Measured,
    /// The focal loss, α = 1.
    pub focal: Measured,
    /// The focal loss, α = 0.25 for every class.
    pub focal_quarter: Measured,
    /// Cross-entropy with class weights 1 and 9.
    pub weighted: Measured,
    /// Cross-entropy with the threshold that gave the best F₁ on the training samples.
    pub moved: Measured,
    /// The thresholds at which the curves are measured.
    pub thresholds: Vec<f64>,
    /// The mean of the thresholds of `moved`.
    pub mean_threshold: f64,
    /// The precision of cross-entropy with its threshold moved to the recall of the
    /// weighted loss, read off its curve.
    pub precision_at_weighted_recall: f64,
    /// Focal minus cross-entropy.
    pub focal_gain: Gains,
    /// α = 0.25 minus α = 1.
    pub alpha_gain: Gains,
    /// Weighted minus cross-entropy.
    pub weighted_gain: Gains,
    /// Moved threshold minus cross-entropy.
    pub moved_gain: Gains,
}

/// One loss: means over the data sets, on test samples.
#[derive(Clone, Debug, Serialize)]
pub struct Measured {
    /// The share of right answers.
    pub accuracy: f64,
    /// The part of class 0 found.
    pub majority_recall: f64,
    /// The part of class 1 found.
    pub recall: f64,
    /// Of what was taken for class 1, the part that is; over the data sets where anything
    /// was.
    pub precision: f64,
    /// On how many data sets nothing was taken for class 1, so that there is no precision.
    pub undefined: usize,
    /// F₁ of class 1.
    pub f1: f64,
    /// Recall and precision of class 1 at each threshold: means over the data sets.
    pub curve: Vec<(f64, f64)>,
    /// What was measured, one entry a data set.
    #[serde(skip)]
    by_seed: Vec<Measures>,
}

/// One network on the test samples.
#[derive(Clone, Debug, Default)]
struct Measures {
    accuracy: f64,
    majority_recall: f64,
    recall: f64,
    precision: Option<f64>,
    f1: f64,
    curve: Vec<(f64, Option<f64>)>,
}

/// Differences of two losses on the same data sets.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Gains {
    /// In recall of class 1.
    pub recall: Gain,
    /// In precision of class 1, over the data sets where both have one.
    pub precision: Gain,
    /// In F₁ of class 1.
    pub f1: Gain,
    /// In accuracy.
    pub accuracy: Gain,
}

/// The mean of paired differences and its 95 % interval.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Gain {
    /// The mean.
    pub mean: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Student's t for a 95 % interval of the mean of 2, 3, … 12 numbers.
const STUDENT: [f64; 11] =
    [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201];

impl Gain {
    fn of(differences: &[f64]) -> Self {
        let count = differences.len();
        if count < 2 {
            return Self::default();
        }
        let mean = differences.iter().sum::<f64>() / count as f64;
        let squares: f64 = differences.iter().map(|d| (d - mean).powi(2)).sum();
        let error = (squares / (count - 1) as f64 / count as f64).sqrt();
        let half = STUDENT[(count - 2).min(STUDENT.len() - 1)] * error;
        Self { mean, low: mean - half, high: mean + half }
    }
}

/// The thresholds tried.
fn candidates() -> Vec<f64> {
    (1..=24).map(|i| f64::from(i) / 25.0).collect()
}

impl Experiment for Config {
    const NAME: &'static str = "imbalance-seeds";
    const QUESTION: &'static str =
        "Does the focal loss find more of a rare class, and at what price?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real("gamma", "focus γ", &mut self.gamma, 0.0..=5.0, 0.5),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=12),
        ]
    }

    fn run(&self) -> Outcome {
        finish(Box::new(Measuring::new(self.clone())))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Measuring::new(self.clone())))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Class 1 on {TEST} test samples, means of {} data sets",
                outcome.seeds
            ),
            &["loss", "accuracy", "found of class 0", "recall", "precision", "F₁"],
        );
        let focal = format!("focal, γ = {}, α = 1", outcome.gamma);
        let quarter = format!("focal, γ = {}, α = 0.25", outcome.gamma);
        for (name, measured) in [
            ("cross-entropy", &outcome.cross_entropy),
            (&focal, &outcome.focal),
            (&quarter, &outcome.focal_quarter),
            ("cross-entropy, class weights 1 and 9", &outcome.weighted),
            ("cross-entropy, threshold moved", &outcome.moved),
        ] {
            table.row(vec![
                name.into(),
                Cell::number(measured.accuracy, 3),
                Cell::number(measured.majority_recall, 3),
                Cell::number(measured.recall, 3),
                Cell::number(measured.precision, 3),
                Cell::number(measured.f1, 3),
            ]);
        }
        table
    }
}

/// A run: data set after data set, four networks trained side by side on each.
struct Measuring {
    config: Config,
    current: DataSet,
    /// What each loss found on the data sets before, and the thresholds that suited
    /// cross-entropy.
    found: [Vec<Measures>; 5],
    thresholds: Vec<f64>,
}

/// One data set with its networks.
struct DataSet {
    inputs: Array2<f64>,
    classes: Array1<usize>,
    test: Array2<f64>,
    test_classes: Array1<usize>,
    /// Cross-entropy, focal with α = 1 and with α = 0.25, weighted.
    trainings: [Training; 4],
    epochs: usize,
}

impl Measuring {
    fn new(config: Config) -> Self {
        let current = DataSet::new(config.gamma, 1);
        Self { config, current, found: Default::default(), thresholds: Vec::new() }
    }

    fn done(&self) -> usize {
        self.thresholds.len()
    }
}

impl Run<Outcome> for Measuring {
    fn advance(&mut self) {
        if self.done() == self.config.seeds {
            return;
        }
        self.current.step();
        if self.current.epochs < EPOCHS {
            return;
        }
        let (measures, threshold) = self.current.measured();
        for (all, one) in self.found.iter_mut().zip(measures) {
            all.push(one);
        }
        self.thresholds.push(threshold);
        if self.done() < self.config.seeds {
            self.current = DataSet::new(self.config.gamma, 1 + self.done() as u64);
        }
    }

    fn progress(&self) -> f64 {
        if self.done() == self.config.seeds {
            return 1.0;
        }
        let epochs = self.done() * EPOCHS + self.current.epochs;
        epochs as f64 / (self.config.seeds * EPOCHS) as f64
    }

    /// Of the data sets that are done; of the networks as they are, while none is.
    fn outcome(&self) -> Outcome {
        let (mut found, mut thresholds) = (self.found.clone(), self.thresholds.clone());
        if thresholds.is_empty() {
            let (measures, threshold) = self.current.measured();
            found = measures.map(|one| vec![one]);
            thresholds.push(threshold);
        }
        let [cross_entropy, focal, focal_quarter, weighted, moved] =
            found.map(Measured::new);
        Outcome {
            gamma: self.config.gamma,
            seeds: self.done(),
            thresholds: candidates(),
            mean_threshold: mean(thresholds.into_iter()),
            precision_at_weighted_recall: precision_at(
                weighted.recall,
                &cross_entropy.curve,
            ),
            focal_gain: focal.gains_over(&cross_entropy),
            alpha_gain: focal_quarter.gains_over(&focal),
            weighted_gain: weighted.gains_over(&cross_entropy),
            moved_gain: moved.gains_over(&cross_entropy),
            cross_entropy,
            focal,
            focal_quarter,
            weighted,
            moved,
        }
    }
}

impl DataSet {
    fn new(gamma: f64, seed: u64) -> Self {
        let mut random = seeded(seed);
        let (inputs, classes) = draw(1000, SHARE, 0.01, &mut random);
        let (test, test_classes) = draw(TEST, SHARE, 0.0, &mut random);
        let focal =
            |alpha| Focal::new(alpha, gamma).expect("the settings keep γ in range");
        let weighted = CrossEntropy::default().with_class_weights(array![1.0, 9.0]);
        let losses: [Box<ClassLoss>; 4] = [
            Box::<CrossEntropy>::default(),
            Box::new(focal(1.0)),
            Box::new(focal(0.25)),
            Box::new(weighted.expect("weights above zero")),
        ];
        let trainings = losses.map(|loss| Training::new(loss, &mut seeded(1000 + seed)));
        Self { inputs, classes, test, test_classes, trainings, epochs: 0 }
    }

    /// One epoch of each network.
    fn step(&mut self) {
        for training in &mut self.trainings {
            training.step(&self.inputs, &self.classes);
        }
        self.epochs += 1;
    }

    /// What the losses find, and the threshold that suits cross-entropy.
    fn measured(&self) -> ([Measures; 5], f64) {
        let [plain, focal, focal_quarter, weighted] = &self.trainings;
        let measure = |training: &Training, threshold| {
            Measures::new(
                &training.probabilities(&self.test),
                threshold,
                &self.test_classes,
            )
        };
        let threshold = best_threshold(&plain.probabilities(&self.inputs), &self.classes);
        let measures = [
            measure(plain, 0.5),
            measure(focal, 0.5),
            measure(focal_quarter, 0.5),
            measure(weighted, 0.5),
            measure(plain, threshold),
        ];
        (measures, threshold)
    }
}

/// The threshold with the largest F₁ of class 1.
fn best_threshold(probabilities: &Array1<f64>, classes: &Array1<usize>) -> f64 {
    let f1 = |threshold: &f64| {
        confusion(probabilities, *threshold, classes).f1(1).unwrap_or(0.0)
    };
    let all = candidates().into_iter();
    all.max_by(|a, b| f1(a).total_cmp(&f1(b))).expect("thresholds")
}

impl Measures {
    fn new(probabilities: &Array1<f64>, threshold: f64, classes: &Array1<usize>) -> Self {
        let found = confusion(probabilities, threshold, classes);
        let curve = candidates().into_iter().map(|threshold| {
            let found = confusion(probabilities, threshold, classes);
            (found.recall(1).expect("the test has class 1"), found.precision(1))
        });
        Self {
            accuracy: found.accuracy().expect("there are test samples"),
            majority_recall: found.recall(0).expect("the test has class 0"),
            recall: found.recall(1).expect("the test has class 1"),
            precision: found.precision(1),
            f1: found.f1(1).expect("the test has class 1"),
            curve: curve.collect(),
        }
    }
}

/// The precision of a curve at a recall, between two of its points; recall falls along it.
/// That of the nearest end outside.
fn precision_at(recall: f64, curve: &[(f64, f64)]) -> f64 {
    let between = |pair: &[(f64, f64)]| {
        let [(high, at_high), (low, at_low)] = [pair[0], pair[1]];
        (low <= recall && recall <= high && low < high)
            .then(|| at_low + (at_high - at_low) * (recall - low) / (high - low))
    };
    let ends = (curve.first(), curve.last());
    let nearest = match ends {
        (Some(first), _) if recall > first.0 => first.1,
        (_, Some(last)) => last.1,
        _ => 0.0,
    };
    curve.windows(2).find_map(between).unwrap_or(nearest)
}

/// The mean; 0 of nothing.
fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = numbers.fold((0.0, 0), |(sum, count), x| (sum + x, count + 1));
    if count == 0 { 0.0 } else { sum / f64::from(count) }
}

impl Measured {
    fn new(by_seed: Vec<Measures>) -> Self {
        let of = |field: fn(&Measures) -> f64| mean(by_seed.iter().map(field));
        let curve = (0..candidates().len()).filter_map(|i| {
            let precisions: Option<Vec<f64>> =
                by_seed.iter().map(|one| one.curve[i].1).collect();
            // A mean over some of the data sets would jump where one drops out.
            let precision = mean(precisions?.into_iter());
            Some((mean(by_seed.iter().map(|one| one.curve[i].0)), precision))
        });
        Self {
            accuracy: of(|one| one.accuracy),
            majority_recall: of(|one| one.majority_recall),
            recall: of(|one| one.recall),
            precision: mean(by_seed.iter().filter_map(|one| one.precision)),
            undefined: by_seed.iter().filter(|one| one.precision.is_none()).count(),
            f1: of(|one| one.f1),
            curve: curve.collect(),
            by_seed,
        }
    }

    fn gains_over(&self, other: &Self) -> Gains {
        let pairs = || self.by_seed.iter().zip(&other.by_seed);
        let gain = |field: fn(&Measures) -> f64| {
            let differences: Vec<f64> =
                pairs().map(|(a, b)| field(a) - field(b)).collect();
            Gain::of(&differences)
        };
        let precisions: Vec<f64> =
            pairs().filter_map(|(a, b)| Some(a.precision? - b.precision?)).collect();
        Gains {
            recall: gain(|one| one.recall),
            precision: Gain::of(&precisions),
            f1: gain(|one| one.f1),
            accuracy: gain(|one| one.accuracy),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_that_of_a_textbook() {
        // Mean 2, standard deviation 1, of three: 2 ± 4.303/√3.
        let gain = Gain::of(&[1.0, 2.0, 3.0]);
        assert_eq!(gain.mean, 2.0);
        assert!((gain.high - 2.0 - 4.303 / 3.0_f64.sqrt()).abs() < 1e-12);
        assert_eq!(Gain::of(&[1.0]).high, 0.0);
    }

    #[test]
    fn a_precision_is_read_between_two_points() {
        let curve = [(0.9, 0.5), (0.7, 0.7), (0.5, 0.8)];
        assert!((precision_at(0.8, &curve) - 0.6).abs() < 1e-12);
        assert_eq!(precision_at(0.95, &curve), 0.5);
        assert_eq!(precision_at(0.1, &curve), 0.8);
    }

    #[test]
    fn the_threshold_parts_what_can_be_parted() {
        let probabilities = array![0.01, 0.02, 0.05, 0.3, 0.4];
        let threshold = best_threshold(&probabilities, &array![0, 0, 0, 1, 1]);
        assert!(threshold > 0.05 && threshold < 0.3, "{threshold}");
    }
}
