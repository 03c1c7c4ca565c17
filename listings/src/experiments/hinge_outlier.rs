//! One far sample, and how far it turns the line of each loss.

use super::linear_boundary::{degrees_between, errors, has_line, margins};
use super::{Experiment, Setting};
use crate::data::{blobs, seeded};
use crate::report::{Cell, Table};
use crate::solvers::{MarginLoss, SupportVectorMachine, newton_classifier_from};
use ndarray::{Array1, Array2, Axis, array};
use serde::Serialize;

/// Samples of each class.
const PER_CLASS: usize = 50;

/// Samples of each class that accuracy is measured on.
const TEST: usize = 500;

/// Two blobs about (−1.5, 0) and (1.5, 0), and one sample of class +1 far away.
#[derive(Clone, Debug)]
pub struct Config {
    /// The regularization λ.
    pub decay: f64,
    /// In which direction the sample lies, in degrees: 0 is deep in its own class, 180
    /// deep in the other one.
    pub direction: f64,
    /// How many copies of it there are.
    pub copies: usize,
    /// How many data sets: seeds 1, 2, ….
    pub seeds: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { decay: 0.01, direction: 135.0, copies: 1, seeds: 10 }
    }
}

/// What one far sample does, over its distance.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The regularization λ.
    pub decay: f64,
    /// The direction of the sample, in degrees.
    pub direction: f64,
    /// How many copies of it there are.
    pub copies: usize,
    /// How many data sets.
    pub seeds: usize,
    /// The distances of the sample from the origin.
    pub distances: Vec<f64>,
    /// The hinge.
    pub hinge: Effect,
    /// The squared hinge.
    pub squared_hinge: Effect,
    /// Binary cross-entropy.
    pub logistic: Effect,
    /// On how many data sets the farthest sample turns the hinge's line less than that of
    /// cross-entropy.
    pub hinge_turns_less: usize,
}

/// One loss, over the distance of the sample.
#[derive(Clone, Debug, Serialize)]
pub struct Effect {
    /// By how many degrees the line turns, mean over the data sets; where it vanishes
    /// with w = 0, it counts as turned by 90.
    pub turned: Vec<f64>,
    /// On how many data sets no line is left at the largest distance.
    pub vanished: usize,
    /// The turn at the largest distance.
    pub last_turned: f64,
    /// The turn at a distance of 4.
    pub near_turned: f64,
    /// Test accuracy without the sample.
    pub clean_accuracy: f64,
    /// Test accuracy with the sample at the largest distance.
    pub last_accuracy: f64,
    /// The turns of each data set, distance after distance.
    #[serde(skip)]
    by_seed: Vec<Vec<f64>>,
}

/// The distances tried.
fn distances() -> Vec<f64> {
    (0..=15).map(|i| 2.0 * f64::from(i)).collect()
}

/// Where [`distances`] is 4.
const NEAR: usize = 2;

/// One loss on one data set.
struct OneRun {
    /// The turn at each distance.
    turned: Vec<f64>,
    /// Whether there is no line at the largest distance.
    vanished: bool,
    /// Test accuracy without the sample.
    clean_accuracy: f64,
    /// Test accuracy with the sample at the largest distance.
    last_accuracy: f64,
}

/// Inputs of shape (n, 2), and labels ±1.
type Samples = (Array2<f64>, Array1<f64>);

/// Fits θ to samples under λ. It may keep what it found, to start from there next time,
/// when these samples are as before, the last of them in another place, or some added.
type Fit = Box<dyn FnMut(&Samples, f64) -> Array1<f64>>;

fn hinge() -> Fit {
    let mut pulls = Vec::new();
    Box::new(move |(inputs, labels), decay| {
        pulls.resize(labels.len(), 0.0);
        let start = Array1::from(std::mem::take(&mut pulls));
        let svm = SupportVectorMachine::fit_from(inputs, labels, decay, start);
        let svm = svm.expect("the settings keep λ above zero");
        pulls = svm.pulls.to_vec();
        svm.theta
    })
}

fn smooth(loss: MarginLoss) -> Fit {
    let mut theta = Array1::zeros(3);
    Box::new(move |(inputs, labels), decay| {
        theta = newton_classifier_from(inputs, labels, loss, decay, theta.clone());
        theta.clone()
    })
}

/// The training and the test samples of a seed.
fn draw(seed: u64) -> [Samples; 2] {
    let mut random = seeded(seed);
    let centers = array![[-1.5, 0.0], [1.5, 0.0]];
    [PER_CLASS, TEST].map(|per_class| {
        let (inputs, classes) = blobs(&centers, 1.0, per_class, &mut random);
        (inputs, classes.mapv(|class| if class == 1 { 1.0 } else { -1.0 }))
    })
}

/// The share of samples on the right side.
fn accuracy(theta: &Array1<f64>, (inputs, labels): &Samples) -> f64 {
    let wrong = errors(&margins(theta, inputs, labels));
    1.0 - wrong as f64 / labels.len() as f64
}

impl Experiment for Config {
    const NAME: &'static str = "hinge-outlier";
    const QUESTION: &'static str =
        "How far does one far sample turn the line of each loss?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "decay",
                "regularization λ",
                &mut self.decay,
                0.001..=0.3,
                0.001,
            )
            .logarithmic(),
            Setting::real(
                "direction",
                "direction, degrees",
                &mut self.direction,
                0.0..=180.0,
                5.0,
            ),
            Setting::count("copies", "copies of it", &mut self.copies, 1..=10),
            Setting::count("seeds", "data sets", &mut self.seeds, 2..=20),
        ]
    }

    fn run(&self) -> Outcome {
        let data: Vec<_> = (1..=self.seeds as u64).map(draw).collect();
        let hinge = self.effect(&data, &hinge);
        let squared_hinge = self.effect(&data, &|| smooth(MarginLoss::SquaredHinge));
        let logistic = self.effect(&data, &|| smooth(MarginLoss::Logistic));
        let turns_less = |at: usize| {
            let pairs = hinge.by_seed.iter().zip(&logistic.by_seed);
            pairs.filter(|(hinge, logistic)| hinge[at] < logistic[at]).count()
        };
        Outcome {
            decay: self.decay,
            direction: self.direction,
            copies: self.copies,
            seeds: self.seeds,
            distances: distances(),
            hinge_turns_less: turns_less(distances().len() - 1),
            hinge,
            squared_hinge,
            logistic,
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!(
                "Degrees turned by a sample of class +1 at {}°, mean over {} data sets",
                outcome.direction, outcome.seeds
            ),
            &["distance", "hinge", "squared hinge", "cross-entropy"],
        );
        for i in (0..outcome.distances.len()).step_by(2) {
            table.row(vec![
                Cell::number(outcome.distances[i], 0),
                Cell::number(outcome.hinge.turned[i], 2),
                Cell::number(outcome.squared_hinge.turned[i], 2),
                Cell::number(outcome.logistic.turned[i], 2),
            ]);
        }
        table
    }
}

impl Config {
    fn effect(&self, data: &[[Samples; 2]], new_fit: &dyn Fn() -> Fit) -> Effect {
        let runs: Vec<OneRun> =
            data.iter().map(|data| self.one_run(new_fit(), data)).collect();
        let mean = |of: &dyn Fn(&OneRun) -> f64| {
            runs.iter().map(of).sum::<f64>() / self.seeds as f64
        };
        let turned: Vec<f64> =
            (0..distances().len()).map(|i| mean(&|run| run.turned[i])).collect();
        Effect {
            last_turned: *turned.last().expect("distances"),
            near_turned: turned[NEAR],
            turned,
            vanished: runs.iter().filter(|run| run.vanished).count(),
            clean_accuracy: mean(&|run| run.clean_accuracy),
            last_accuracy: mean(&|run| run.last_accuracy),
            by_seed: runs.into_iter().map(|run| run.turned).collect(),
        }
    }

    fn one_run(&self, mut fit: Fit, [clean, test]: &[Samples; 2]) -> OneRun {
        let exact = fit(clean, self.decay);
        let (angle, mut theta) = (self.direction.to_radians(), exact.clone());
        let mut turned = Vec::new();
        for distance in distances() {
            let place = array![[distance * angle.cos(), distance * angle.sin()]];
            let (mut inputs, mut labels) = clean.clone();
            for _ in 0..self.copies {
                inputs.append(Axis(0), place.view()).expect("two numbers a row");
                labels.append(Axis(0), array![1.0].view()).expect("both are vectors");
            }
            theta = fit(&(inputs, labels), self.decay);
            turned.push(degrees_between(&theta, &exact));
        }
        OneRun {
            turned,
            vanished: !has_line(&theta),
            clean_accuracy: accuracy(&exact, test),
            last_accuracy: accuracy(&theta, test),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_far_sample_on_the_right_side_leaves_hinge_and_cross_entropy_alone() {
        let outcome = Config { direction: 0.0, ..Config::default() }.run();
        // The one sample more changes λn by 1 %, and with it the line, a little.
        assert!(outcome.hinge.last_turned < 0.5, "{}", outcome.hinge.last_turned);
        assert!(outcome.logistic.last_turned < 0.5);
    }

    #[test]
    fn a_heavy_weight_on_the_wrong_side_leaves_the_hinge_without_a_line() {
        let heavy = Config { decay: 0.3, direction: 180.0, copies: 10, seeds: 10 };
        let outcome = heavy.run();
        // There w = 0 and b = 1: the answer of the majority, for every sample.
        assert!(outcome.hinge.vanished > 0, "{outcome:?}");
        assert_eq!(Config::default().run().hinge.vanished, 0);
    }

    #[test]
    fn where_a_search_starts_does_not_show() {
        let [clean, _] = draw(1);
        let fits: [fn() -> Fit; 2] = [hinge, || smooth(MarginLoss::SquaredHinge)];
        for new in fits {
            let (mut warm, mut other) = (new(), clean.clone());
            warm(&clean, 0.01);
            other.0[[99, 0]] -= 20.0;
            warm(&other, 0.01);
            let error = (warm(&clean, 0.01) - new()(&clean, 0.01)).mapv(f64::abs);
            // The hinge's biases agree to 1e-9, of samples a few apart.
            assert!(error.iter().all(|&error| error < 1e-7), "{error}");
        }
    }
}
