//! A support vector machine and logistic regression trained by stochastic gradient
//! descent on the same samples, in the same order.

use super::linear_boundary::{degrees_between, errors, margins, segment};
use super::{Experiment, Run, Setting, finish};
use crate::data::{batches, blobs, seeded};
use crate::report::{Cell, Format, Table};
use crate::solvers::{MarginLoss, SupportVectorMachine, newton_classifier};
use crate::training::{falling_rate, hinge_slope, margin_objective, margin_step};
use ndarray::{Array1, Array2, array};
use rand_pcg::Pcg64;
use serde::Serialize;

/// Half the side of the square that is shown.
pub const HALF_SIDE: f64 = 5.0;

/// Samples of each class.
const PER_CLASS: usize = 60;

/// Steps of a slice: a quarter of an epoch.
const SLICE: usize = 30;

/// Two blobs that overlap a little, and a rate that falls.
#[derive(Clone, Debug)]
pub struct Config {
    /// The regularization λ.
    pub decay: f64,
    /// The first rate η₀.
    pub rate: f64,
    /// Passes through the samples.
    pub epochs: usize,
    /// The seed of samples and order.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self { decay: 0.02, rate: 0.5, epochs: 40, seed: 1 }
    }
}

/// Both classifiers as far as they have come.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The regularization λ.
    pub decay: f64,
    /// Steps taken: samples seen.
    pub steps: usize,
    /// Steps that the whole run takes.
    pub of_steps: usize,
    /// The samples of class +1.
    pub positive: Vec<(f64, f64)>,
    /// The samples of class −1.
    pub negative: Vec<(f64, f64)>,
    /// The support vector machine.
    pub svm: Training,
    /// Logistic regression.
    pub logistic: Training,
    /// The angle between the two exact lines, in degrees.
    pub degrees: f64,
}

/// One classifier along its training.
#[derive(Clone, Debug, Serialize)]
pub struct Training {
    /// Its line now: two ends of a segment, or nothing where w is zero.
    pub ends: Vec<(f64, f64)>,
    /// The line of the exact minimum.
    pub exact_ends: Vec<(f64, f64)>,
    /// Samples on the wrong side now.
    pub errors: usize,
    /// Samples on the wrong side of the exact line.
    pub exact_errors: usize,
    /// J(θ) − J(θ*) at the start and after each slice of 30 steps.
    pub excess: Vec<f64>,
    /// The last of them.
    pub last_excess: f64,
    /// The angle between the line now and the exact one, in degrees.
    pub degrees_off: f64,
    /// How many samples still pull, at the exact minimum.
    pub pulling: usize,
}

impl Experiment for Config {
    const NAME: &'static str = "hinge-training";
    const QUESTION: &'static str =
        "Does stochastic gradient descent find the line of the support vector machine?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        vec![
            Setting::real(
                "decay",
                "regularization λ",
                &mut self.decay,
                0.001..=0.5,
                0.001,
            )
            .logarithmic(),
            Setting::real("rate", "first rate η₀", &mut self.rate, 0.01..=5.0, 0.01)
                .logarithmic(),
            Setting::count("epochs", "epochs", &mut self.epochs, 5..=100),
            Setting::seed(&mut self.seed),
        ]
    }

    fn run(&self) -> Outcome {
        finish(self.start().expect("it has slices"))
    }

    fn start(&self) -> Option<Box<dyn Run<Outcome>>> {
        Some(Box::new(Descents::new(self)))
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("After {} of {} steps", outcome.steps, outcome.of_steps),
            &[
                "classifier",
                "excess over the least J",
                "degrees off the exact line",
                "errors",
                "errors of the exact line",
            ],
        );
        let excess: Format = ".1e".parse().expect("a format");
        for (name, training) in [
            ("support vector machine", &outcome.svm),
            ("logistic regression", &outcome.logistic),
        ] {
            table.row(vec![
                name.into(),
                Cell::Number(excess.apply(training.last_excess)),
                Cell::number(training.degrees_off, 2),
                Cell::count(training.errors),
                Cell::count(training.exact_errors),
            ]);
        }
        table
    }
}

/// Both descents, and the order in which they see the samples.
struct Descents {
    config: Config,
    inputs: Array2<f64>,
    labels: Array1<f64>,
    random: Pcg64,
    /// The samples of this epoch that are still to come, last first.
    coming: Vec<usize>,
    steps: usize,
    svm: Descent,
    logistic: Descent,
}

struct Descent {
    theta: Array1<f64>,
    exact: Array1<f64>,
    excess: Vec<f64>,
}

fn hinge(margin: f64) -> f64 {
    (1.0 - margin).max(0.0)
}

fn logistic(margin: f64) -> f64 {
    MarginLoss::Logistic.of(margin)
}

impl Descents {
    fn new(config: &Config) -> Self {
        let mut random = seeded(config.seed);
        let centers = array![[-1.2, -1.2], [1.2, 1.2]];
        let (inputs, classes) = blobs(&centers, 1.2, PER_CLASS, &mut random);
        let labels = classes.mapv(|class| if class == 1 { 1.0 } else { -1.0 });
        let svm = SupportVectorMachine::fit(&inputs, &labels, config.decay)
            .expect("the settings keep λ above zero");
        let exact =
            newton_classifier(&inputs, &labels, MarginLoss::Logistic, config.decay);
        let start =
            |exact| Descent { theta: Array1::zeros(3), exact, excess: Vec::new() };
        let mut descents = Self {
            config: config.clone(),
            svm: start(svm.theta),
            logistic: start(exact),
            inputs,
            labels,
            random,
            coming: Vec::new(),
            steps: 0,
        };
        descents.measure();
        descents
    }

    fn of_steps(&self) -> usize {
        self.config.epochs * self.labels.len()
    }

    fn measure(&mut self) {
        let (inputs, labels, decay) = (&self.inputs, &self.labels, self.config.decay);
        let add = |descent: &mut Descent, loss: fn(f64) -> f64| {
            let at = |theta| margin_objective(theta, inputs, labels, loss, decay);
            // The exact minimum is exact to 1e-9; a smaller excess means nothing.
            let excess = at(&descent.theta) - at(&descent.exact);
            descent.excess.push(excess.max(1e-9));
        };
        add(&mut self.svm, hinge);
        add(&mut self.logistic, logistic);
    }

    fn step(&mut self) {
        if self.coming.is_empty() {
            self.coming = batches(self.labels.len(), 1, &mut self.random).concat();
        }
        let sample = self.coming.pop().expect("a new epoch has samples");
        let (input, label) = (self.inputs.row(sample), self.labels[sample]);
        let Config { decay, rate, .. } = self.config;
        let rate = falling_rate(rate, decay, self.steps);
        margin_step(&mut self.svm.theta, input, label, hinge_slope, decay, rate);
        let slope = |margin| MarginLoss::Logistic.slope(margin);
        margin_step(&mut self.logistic.theta, input, label, slope, decay, rate);
        self.steps += 1;
    }

    fn training(&self, descent: &Descent, pull: fn(f64) -> f64) -> Training {
        let now = margins(&descent.theta, &self.inputs, &self.labels);
        let exact = margins(&descent.exact, &self.inputs, &self.labels);
        Training {
            ends: segment(&descent.theta, 0.0, HALF_SIDE),
            exact_ends: segment(&descent.exact, 0.0, HALF_SIDE),
            errors: errors(&now),
            exact_errors: errors(&exact),
            excess: descent.excess.clone(),
            last_excess: *descent.excess.last().expect("the start is measured"),
            degrees_off: degrees_between(&descent.theta, &descent.exact),
            pulling: exact.iter().filter(|&&margin| pull(margin) > 0.0).count(),
        }
    }
}

impl Run<Outcome> for Descents {
    fn advance(&mut self) {
        if self.steps >= self.of_steps() {
            return;
        }
        for _ in 0..SLICE {
            self.step();
        }
        self.measure();
    }

    fn progress(&self) -> f64 {
        self.steps as f64 / self.of_steps() as f64
    }

    fn outcome(&self) -> Outcome {
        let of_class = |label: f64| {
            let rows = self.inputs.rows().into_iter().zip(&self.labels);
            rows.filter(|(_, own)| **own == label).map(|(x, _)| (x[0], x[1])).collect()
        };
        Outcome {
            decay: self.config.decay,
            steps: self.steps,
            of_steps: self.of_steps(),
            positive: of_class(1.0),
            negative: of_class(-1.0),
            // A sample on the margin, to the 1e-9 of the exact fit, may pull.
            svm: self.training(&self.svm, |m| f64::from(u8::from(m < 1.0 + 1e-7))),
            logistic: self.training(&self.logistic, |m| -MarginLoss::Logistic.slope(m)),
            degrees: degrees_between(&self.svm.exact, &self.logistic.exact),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_come_near_their_minimum_whatever_the_seed() {
        for seed in 1..=10 {
            let outcome = Config { seed, ..Config::default() }.run();
            for training in [&outcome.svm, &outcome.logistic] {
                // J starts near 0.7 above; the last rate is 0.01.
                assert!(training.last_excess < 0.02, "{seed}: {}", training.last_excess);
                assert!(training.excess[0] > 10.0 * training.last_excess);
            }
        }
    }

    #[test]
    fn the_picture_of_the_moment_has_come_as_far_as_the_run() {
        let mut run = Config::default().start().expect("it has slices");
        run.advance();
        let outcome = run.outcome();
        assert_eq!(outcome.steps, SLICE);
        assert_eq!(outcome.svm.excess.len(), 2);
    }
}
