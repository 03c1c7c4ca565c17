//! A support vector machine beside logistic regression, on points that the reader moves.

use super::linear_boundary::{degrees_between, errors, margins, segment};
use super::{Experiment, Setting};
use crate::data::seeded;
use crate::report::{Cell, Table};
use crate::solvers::{MarginLoss, SupportVectorMachine, newton_classifier};
use ndarray::{Array1, Array2, Axis};
use rand_distr::{Distribution, StandardNormal};
use serde::Serialize;

/// Half the side of the square that the points lie in.
pub const HALF_SIDE: f64 = 4.0;

/// Points of each class that stay where they are.
const FIXED: usize = 10;

/// Twenty fixed points, and four that the reader moves: A and B of class +1, C and D of
/// class −1.
#[derive(Clone, Debug)]
pub struct Config {
    /// Point A: its x.
    pub a_x: f64,
    /// Point A: its y.
    pub a_y: f64,
    /// Point B: its x.
    pub b_x: f64,
    /// Point B: its y.
    pub b_y: f64,
    /// Point C: its x.
    pub c_x: f64,
    /// Point C: its y.
    pub c_y: f64,
    /// Point D: its x.
    pub d_x: f64,
    /// Point D: its y.
    pub d_y: f64,
    /// The regularization λ.
    pub decay: f64,
    /// The seed of the fixed points.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            a_x: 0.2,
            a_y: 0.9,
            b_x: 3.0,
            b_y: 0.4,
            c_x: -0.5,
            c_y: -0.4,
            d_x: -3.0,
            d_y: 0.5,
            decay: 0.01,
            seed: 2,
        }
    }
}

/// The points and the two lines.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The regularization λ.
    pub decay: f64,
    /// Every point; the reader's A, B, C and D last.
    pub points: Vec<Point>,
    /// The support vector machine.
    pub svm: Line,
    /// Logistic regression.
    pub logistic: Line,
    /// Where the machine's score is +1 and −1: the two edges of the margin, each as the
    /// ends of a segment.
    pub edges: [Vec<(f64, f64)>; 2],
    /// How far apart they are: 2/‖w‖, or 0 where w is zero and there is no margin.
    pub width: f64,
    /// How many points are support vectors.
    pub support_vectors: usize,
    /// How many of them pull with all they have: inside the margin or on the wrong side.
    pub violators: usize,
    /// The angle between the two lines, in degrees.
    pub degrees: f64,
    /// The largest change of a parameter of the machine when it is fitted to its support
    /// vectors alone, with the same λn; 0 where there is none.
    pub moved_without_others: f64,
    /// The same of logistic regression, fitted to the same points.
    pub logistic_moved_without_others: f64,
}

/// A point of the picture.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Point {
    /// Its place.
    pub at: (f64, f64),
    /// Its class: −1 or +1.
    pub label: f64,
    /// Its margin y f, by the machine's score.
    pub margin: f64,
    /// Its pull β on the machine, from 0 to 1.
    pub pull: f64,
    /// Its margin by the score of logistic regression.
    pub logistic_margin: f64,
    /// Its pull on logistic regression, 1 − σ(y f).
    pub logistic_pull: f64,
}

/// A fitted line w·x + b = 0.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// (w₁, w₂, b).
    pub theta: [f64; 3],
    /// The two ends of a segment that crosses the picture; empty where w is zero.
    pub ends: Vec<(f64, f64)>,
    /// How many points lie on the wrong side.
    pub errors: usize,
}

impl Line {
    fn new(theta: &Array1<f64>, margins: &Array1<f64>) -> Self {
        Self {
            theta: [theta[0], theta[1], theta[2]],
            ends: segment(theta, 0.0, HALF_SIDE),
            errors: errors(margins),
        }
    }
}

impl Experiment for Config {
    const NAME: &'static str = "margin-picture";
    const QUESTION: &'static str =
        "Which points hold the line of a support vector machine?";
    type Outcome = Outcome;

    fn settings(&mut self) -> Vec<Setting<'_>> {
        let mut settings: Vec<Setting<'_>> = [
            ("a_x", "A: x₁", &mut self.a_x),
            ("a_y", "A: x₂", &mut self.a_y),
            ("b_x", "B: x₁", &mut self.b_x),
            ("b_y", "B: x₂", &mut self.b_y),
            ("c_x", "C: x₁", &mut self.c_x),
            ("c_y", "C: x₂", &mut self.c_y),
            ("d_x", "D: x₁", &mut self.d_x),
            ("d_y", "D: x₂", &mut self.d_y),
        ]
        .into_iter()
        .map(|(name, label, field)| {
            Setting::real(name, label, field, -HALF_SIDE..=HALF_SIDE, 0.05)
        })
        .collect();
        let decay = Setting::real(
            "decay",
            "regularization λ",
            &mut self.decay,
            0.001..=1.0,
            0.001,
        );
        settings.push(decay.logarithmic());
        settings.push(Setting::seed(&mut self.seed));
        settings
    }

    fn run(&self) -> Outcome {
        let (inputs, labels) = self.points();
        let svm = SupportVectorMachine::fit(&inputs, &labels, self.decay)
            .expect("the settings keep λ above zero");
        let logistic =
            newton_classifier(&inputs, &labels, MarginLoss::Logistic, self.decay);
        let svm_margins = margins(&svm.theta, &inputs, &labels);
        let logistic_margins = margins(&logistic, &inputs, &labels);
        let length = svm.theta[0].hypot(svm.theta[1]);
        let moved = self.moved_without_others(&inputs, &labels, &svm, &logistic);
        let points = (0..labels.len()).map(|i| Point {
            at: (inputs[[i, 0]], inputs[[i, 1]]),
            label: labels[i],
            margin: svm_margins[i],
            pull: svm.pulls[i],
            logistic_margin: logistic_margins[i],
            logistic_pull: -MarginLoss::Logistic.slope(logistic_margins[i]),
        });
        Outcome {
            decay: self.decay,
            points: points.collect(),
            edges: [1.0, -1.0].map(|level| segment(&svm.theta, level, HALF_SIDE)),
            width: if length < 1e-9 { 0.0 } else { 2.0 / length },
            support_vectors: svm.support_vectors().len(),
            violators: svm.pulls.iter().filter(|&&pull| pull == 1.0).count(),
            degrees: degrees_between(&svm.theta, &logistic),
            moved_without_others: moved[0],
            logistic_moved_without_others: moved[1],
            svm: Line::new(&svm.theta, &svm_margins),
            logistic: Line::new(&logistic, &logistic_margins),
        }
    }

    fn table(outcome: &Outcome) -> Table {
        let mut table = Table::new(
            format!("The support vectors at λ = {}", outcome.decay),
            &["point", "class", "x₁", "x₂", "pull β", "pull in logistic regression"],
        );
        for (i, point) in outcome.points.iter().enumerate() {
            let name = match i.checked_sub(2 * FIXED) {
                Some(own) => ["A", "B", "C", "D"][own].to_string(),
                None => (i + 1).to_string(),
            };
            if point.pull == 0.0 && i < 2 * FIXED {
                continue;
            }
            table.row(vec![
                name.as_str().into(),
                if point.label > 0.0 { "+1" } else { "−1" }.into(),
                Cell::number(point.at.0, 2),
                Cell::number(point.at.1, 2),
                Cell::number(point.pull, 3),
                Cell::number(point.logistic_pull, 3),
            ]);
        }
        table
    }
}

impl Config {
    /// How far machine and logistic regression move when they lose all points but the
    /// support vectors.
    fn moved_without_others(
        &self,
        inputs: &Array2<f64>,
        labels: &Array1<f64>,
        svm: &SupportVectorMachine,
        logistic: &Array1<f64>,
    ) -> [f64; 2] {
        let held = svm.support_vectors();
        if held.is_empty() {
            return [0.0; 2];
        }
        let (own, own_labels) =
            (inputs.select(Axis(0), &held), labels.select(Axis(0), &held));
        let decay = self.decay * labels.len() as f64 / held.len() as f64;
        let again = SupportVectorMachine::fit(&own, &own_labels, decay)
            .expect("the settings keep λ above zero");
        let logistic_again =
            newton_classifier(&own, &own_labels, MarginLoss::Logistic, decay);
        let largest = |change: Array1<f64>| {
            change.iter().fold(0.0, |largest: f64, change| largest.max(change.abs()))
        };
        [largest(again.theta - &svm.theta), largest(logistic_again - logistic)]
    }

    /// Ten points about (1.6, 1.6), ten about the opposite, and the reader's four.
    fn points(&self) -> (Array2<f64>, Array1<f64>) {
        let mut random = seeded(self.seed);
        let mut places = Vec::new();
        for center in [1.6, -1.6] {
            for _ in 0..2 * FIXED {
                let normal: f64 = StandardNormal.sample(&mut random);
                places.push(center + 0.7 * normal);
            }
        }
        places.extend([self.a_x, self.a_y, self.b_x, self.b_y]);
        places.extend([self.c_x, self.c_y, self.d_x, self.d_y]);
        let labels = [[1.0; FIXED], [-1.0; FIXED]].concat();
        let labels = [labels, vec![1.0, 1.0, -1.0, -1.0]].concat();
        let shape = (labels.len(), 2);
        let inputs = Array2::from_shape_vec(shape, places).expect("two numbers a point");
        (inputs, labels.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_beyond_the_margin_moves_the_logistic_line_alone() {
        let near = Config::default().run();
        let far = Config { b_x: 3.9, b_y: 3.9, ..Config::default() }.run();
        assert_eq!(near.points[21].pull, 0.0);
        for i in 0..3 {
            // The gap that ends the fit is 1e-9; w and b are of size one.
            assert!((near.svm.theta[i] - far.svm.theta[i]).abs() < 1e-7);
        }
        let moved = (near.logistic.theta[1] - far.logistic.theta[1]).abs();
        assert!(moved > 1e-3, "{moved}");
    }

    #[test]
    fn points_that_lie_within_the_margin_are_the_support_vectors() {
        for decay in [0.001, 0.03, 1.0] {
            let outcome =
                Config { decay, a_x: -1.0, a_y: -1.0, ..Config::default() }.run();
            let [w1, w2, b] = outcome.svm.theta;
            for point in &outcome.points {
                let margin = point.label * (w1 * point.at.0 + w2 * point.at.1 + b);
                assert!(point.pull > 0.0 || margin > 1.0 - 1e-7);
                assert!(point.pull == 0.0 || margin < 1.0 + 1e-7);
            }
        }
    }
}
