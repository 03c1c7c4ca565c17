//! The linear support vector machine, solved exactly.
//!
//! min λ/2 ‖w‖² + 1/n Σᵢ max(0, 1 − yᵢ(w·xᵢ + b)). At the minimum a subgradient is zero:
//! w = 1/(λn) Σᵢ βᵢ yᵢ xᵢ,   Σᵢ βᵢ yᵢ = 0,   βᵢ = 1 inside the margin, 0 beyond it, and
//! any number between on it. Samples with βᵢ > 0 are the support vectors.
//!
//! **Convention.** β is the size of the hinge's slope at a sample, from 0 to 1. Books on
//! the dual problem write αᵢ = βᵢ/(λn), from 0 to C.
//!
//! # Reference
//! J. Platt, "Sequential minimal optimization", Microsoft Research MSR-TR-98-14 (1998).
//! The choice of the pair is that of R.-E. Fan, P.-H. Chen & C.-J. Lin, "Working set
//! selection using second order information for training support vector machines",
//! *Journal of Machine Learning Research* 6 (2005) 1889–1918.

use crate::error::{ParameterError, positive};
use crate::losses::assert_signs;
use ndarray::{Array1, Array2};
use std::fmt;

/// An end in every case. The data of this book mostly need a few hundred pairs, and now
/// and then, where three samples pull in part, up to two million.
const MOST_PAIRS: usize = 5_000_000;

/// How much the biases that two samples ask for may still differ.
const TOLERANCE: f64 = 1e-9;

// ANCHOR: support_vector_machine
/// A fitted support vector machine.
#[derive(Clone, Debug, PartialEq)]
pub struct SupportVectorMachine {
    /// (w, b), of shape (features + 1).
    pub theta: Array1<f64>,
    /// β, of shape (n): how hard each sample pulls, from 0 to 1.
    pub pulls: Array1<f64>,
}

impl SupportVectorMachine {
    /// Fits inputs of shape (n, features) and labels ±1 under the regularization λ.
    ///
    /// # Errors
    /// [`SupportVectorError`] unless 0 < λ < ∞, and where five million pairs are too few.
    ///
    /// # Panics
    /// Panics when there is no sample, or a label is neither −1 nor +1.
    pub fn fit(
        inputs: &Array2<f64>,
        labels: &Array1<f64>,
        decay: f64,
    ) -> Result<Self, SupportVectorError> {
        Self::fit_from(inputs, labels, decay, Array1::zeros(labels.len()))
    }

    /// The same from other pulls than zero, such as those of nearly the same samples.
    ///
    /// Each round takes two samples that ask for different biases, and shifts their
    /// pulls until the two agree, or one pulls with 0 or 1.
    ///
    /// # Errors
    /// [`SupportVectorError`] unless 0 < λ < ∞, and where five million pairs are too few.
    ///
    /// # Panics
    /// Panics when there is no sample, a label is neither −1 nor +1, or the pulls are
    /// not one a sample, from 0 to 1, with Σᵢ βᵢ yᵢ = 0.
    pub fn fit_from(
        inputs: &Array2<f64>,
        labels: &Array1<f64>,
        decay: f64,
        mut pulls: Array1<f64>,
    ) -> Result<Self, SupportVectorError> {
        let scale = 1.0 / (positive("decay", decay)? * labels.len() as f64);
        assert_signs(labels);
        assert_pulls(&pulls, labels);
        // xᵢ·xⱼ: all that the rounds need to know of the inputs.
        let products = inputs.dot(&inputs.t());
        // With the bias y − w·x a sample lies exactly on its margin.
        let mut asked = labels - products.dot(&(&pulls * labels * scale));
        let mut rounds = 0;
        let bias = loop {
            let highest = extreme(&asked, |i| room(labels[i], pulls[i]) > 0.0, 1.0);
            let lowest = extreme(&asked, |i| room(-labels[i], pulls[i]) > 0.0, -1.0);
            let (Some(up), Some(lowest)) = (highest, lowest) else {
                // One class only: nothing holds the bias, so take its nearest.
                break asked[highest.or(lowest).expect("there is a sample")];
            };
            let left = asked[up] - asked[lowest];
            if left <= TOLERANCE {
                break 0.5 * (asked[up] + asked[lowest]);
            }
            if rounds == MOST_PAIRS {
                return Err(SupportVectorError::NotSettled { gap: left });
            }
            rounds += 1;
            let is_able = |i: usize| room(-labels[i], pulls[i]) > 0.0;
            let down = partner(up, &products, &asked, is_able);
            let gap = asked[up] - asked[down];
            let agree = gap / (scale * squared_distance(&products, up, down));
            let shift = agree.min(room(labels[up], pulls[up]));
            let shift = shift.min(room(-labels[down], pulls[down]));
            pulls[up] = (pulls[up] + labels[up] * shift).clamp(0.0, 1.0);
            pulls[down] = (pulls[down] - labels[down] * shift).clamp(0.0, 1.0);
            asked.scaled_add(-scale * shift, &products.row(up));
            asked.scaled_add(scale * shift, &products.row(down));
        };
        let weights = inputs.t().dot(&(&pulls * labels * scale));
        let mut theta = weights.to_vec();
        theta.push(bias);
        Ok(Self { theta: theta.into(), pulls })
    }

    /// The samples with β > 0.
    pub fn support_vectors(&self) -> Vec<usize> {
        (0..self.pulls.len()).filter(|&i| self.pulls[i] > 0.0).collect()
    }
}

/// How far a pull can move in the direction given by a sign, within [0, 1].
fn room(direction: f64, pull: f64) -> f64 {
    if direction > 0.0 { 1.0 - pull } else { pull }
}

/// Of the samples that are able, the one that asks for the largest bias, or, with the
/// sign −1, for the smallest.
fn extreme(
    asked: &Array1<f64>,
    is_able: impl Fn(usize) -> bool,
    sign: f64,
) -> Option<usize> {
    largest(asked.len(), is_able, |i| sign * asked[i])
}

/// Of the samples that are able and ask for less than `up` does, the one with which an
/// agreement lowers J most: by the gap squared over the distance squared.
fn partner(
    up: usize,
    products: &Array2<f64>,
    asked: &Array1<f64>,
    is_able: impl Fn(usize) -> bool,
) -> usize {
    let gain =
        |i: usize| (asked[up] - asked[i]).powi(2) / squared_distance(products, up, i);
    let asks_for_less = |i: usize| is_able(i) && asked[i] < asked[up];
    largest(asked.len(), asks_for_less, gain).expect("the gap is above zero")
}

/// Of the samples that are able, the first with the largest value.
fn largest(
    samples: usize,
    is_able: impl Fn(usize) -> bool,
    value: impl Fn(usize) -> f64,
) -> Option<usize> {
    let mut best = None;
    let mut most = f64::NEG_INFINITY;
    for i in (0..samples).filter(|&i| is_able(i)) {
        let value = value(i);
        if best.is_none() || value > most {
            (best, most) = (Some(i), value);
        }
    }
    best
}

/// ‖xᵢ − xⱼ‖² = xᵢ·xᵢ + xⱼ·xⱼ − 2 xᵢ·xⱼ, which rounding must not make negative.
fn squared_distance(products: &Array2<f64>, i: usize, j: usize) -> f64 {
    (products[[i, i]] + products[[j, j]] - 2.0 * products[[i, j]]).max(0.0)
}
// ANCHOR_END: support_vector_machine

/// Why there is no fit.
#[derive(Clone, Debug, PartialEq)]
pub enum SupportVectorError {
    /// λ is outside its range.
    Parameter(ParameterError),
    /// After five million pairs the biases that two samples ask for still differ.
    NotSettled {
        /// By how much; less than 10⁻⁹ would count as none.
        gap: f64,
    },
}

impl From<ParameterError> for SupportVectorError {
    fn from(error: ParameterError) -> Self {
        Self::Parameter(error)
    }
}

impl fmt::Display for SupportVectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter(error) => error.fmt(f),
            Self::NotSettled { gap } => write!(
                f,
                "after {MOST_PAIRS} pairs two samples ask for biases that differ by \
                 {gap}, which is more than {TOLERANCE}; standardize the inputs, or raise decay"
            ),
        }
    }
}

impl std::error::Error for SupportVectorError {}

/// That the search can start from these pulls.
fn assert_pulls(pulls: &Array1<f64>, labels: &Array1<f64>) {
    let (given, samples) = (pulls.len(), labels.len());
    assert_eq!(given, samples, "{given} pulls for {samples} samples");
    for (i, pull) in pulls.iter().enumerate() {
        assert!((0.0..=1.0).contains(pull), "pull {i} is {pull}, outside [0, 1]");
    }
    let sum = pulls.dot(labels);
    // A sum of n numbers of size one, none of which is known to more than rounding.
    assert!(
        sum.abs() <= 1e-9 * samples as f64,
        "pulls times labels sum to {sum}, not to zero"
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::training::margin_objective;
    use ndarray::array;
    use rand::RngExt;

    #[test]
    fn two_samples_are_separated_in_the_middle() {
        let svm =
            SupportVectorMachine::fit(&array![[0.0], [2.0]], &array![-1.0, 1.0], 0.01);
        let svm = svm.unwrap();
        // f(0) = −1 and f(2) = 1: the margin's two edges; β = λn w/2 = 0.01.
        assert!((&svm.theta - &array![1.0, -1.0]).iter().all(|d| d.abs() < 1e-9));
        assert!((svm.pulls - 0.01).iter().all(|d| d.abs() < 1e-9));
    }

    #[test]
    fn no_move_from_the_solution_lowers_the_objective() {
        let mut random = crate::data::seeded(3);
        let inputs =
            Array2::from_shape_simple_fn((30, 2), || random.random_range(-2.0..2.0));
        let mut labels =
            Array1::from_shape_fn(30, |i| if inputs[[i, 0]] > -0.5 { 1.0 } else { -1.0 });
        // Two labels flipped: not separable.
        labels[0] *= -1.0;
        labels[7] *= -1.0;
        for decay in [1e-3, 0.1, 10.0] {
            let svm = SupportVectorMachine::fit(&inputs, &labels, decay).unwrap();
            let hinge = |margin: f64| (1.0 - margin).max(0.0);
            let objective = |theta: &Array1<f64>| {
                margin_objective(theta, &inputs, &labels, hinge, decay)
            };
            let least = objective(&svm.theta);
            for _ in 0..200 {
                let size = 10f64.powf(random.random_range(-4.0..0.0));
                let moved =
                    svm.theta.mapv(|theta| theta + size * random.random_range(-1.0..1.0));
                // The biases agree to 1e-9, so J is that near to its minimum.
                assert!(objective(&moved) >= least - 1e-9, "λ = {decay}");
            }
            // What the equations in the header say.
            let pulled = inputs.t().dot(&(&svm.pulls * &labels)) / (decay * 30.0);
            for i in 0..2 {
                assert!(
                    (pulled[i] - svm.theta[i]).abs() < 1e-9 * (1.0 + pulled[i].abs())
                );
            }
            assert!(svm.pulls.dot(&labels).abs() < 1e-9);
            let scores = inputs.dot(&svm.theta.slice(ndarray::s![..2])) + svm.theta[2];
            for (i, margin) in (scores * &labels).iter().enumerate() {
                let pull = svm.pulls[i];
                // 1e-8: ten times the tolerance of the gap.
                assert!(*margin > 1.0 - 1e-8 || pull == 1.0, "{margin} {pull}");
                assert!(*margin < 1.0 + 1e-8 || pull == 0.0, "{margin} {pull}");
            }
        }
    }

    #[test]
    fn from_the_pulls_of_other_samples_it_comes_to_the_same() {
        let mut random = crate::data::seeded(4);
        let inputs =
            Array2::from_shape_simple_fn((20, 2), || random.random_range(-2.0..2.0));
        let labels = Array1::from_shape_fn(20, |i| if i % 3 == 0 { 1.0 } else { -1.0 });
        let other = SupportVectorMachine::fit(&(&inputs * 1.1), &labels, 0.1).unwrap();
        let cold = SupportVectorMachine::fit(&inputs, &labels, 0.1).unwrap();
        let warm =
            SupportVectorMachine::fit_from(&inputs, &labels, 0.1, other.pulls.clone());
        let warm = warm.unwrap();
        assert_ne!(other, cold);
        // J is strictly convex in w and the biases agree to 1e-9.
        let error = (&warm.theta - &cold.theta).mapv(f64::abs);
        assert!(error.iter().all(|&error| error < 1e-7), "{error}");
    }

    #[test]
    #[should_panic(expected = "pulls times labels sum to 1, not to zero")]
    fn pulls_out_of_balance_are_refused() {
        let (inputs, labels) = (array![[0.0], [1.0]], array![1.0, -1.0]);
        let _ = SupportVectorMachine::fit_from(&inputs, &labels, 1.0, array![1.0, 0.0]);
    }

    #[test]
    #[should_panic(expected = "pull 1 is 1.5, outside [0, 1]")]
    fn pulls_out_of_range_are_refused() {
        let (inputs, labels) = (array![[0.0], [1.0]], array![1.0, -1.0]);
        let _ = SupportVectorMachine::fit_from(&inputs, &labels, 1.0, array![0.5, 1.5]);
    }

    #[test]
    fn a_single_class_is_always_predicted() {
        for label in [-1.0, 1.0] {
            let inputs = array![[3.0, 1.0], [-2.0, 5.0]];
            let svm = SupportVectorMachine::fit(&inputs, &array![label, label], 0.1);
            let svm = svm.unwrap();
            assert_eq!(svm.theta, array![0.0, 0.0, label]);
            assert!(svm.support_vectors().is_empty());
        }
    }

    #[test]
    fn samples_on_one_spot_go_to_the_majority() {
        let inputs = Array2::from_elem((5, 2), 3.0);
        let labels = array![1.0, 1.0, 1.0, -1.0, -1.0];
        let svm = SupportVectorMachine::fit(&inputs, &labels, 0.1).unwrap();
        assert!(svm.theta.iter().all(|theta| theta.is_finite()));
        let score = 3.0 * (svm.theta[0] + svm.theta[1]) + svm.theta[2];
        assert!((score - 1.0).abs() < 1e-9, "{score}");
    }

    #[test]
    fn a_regularization_that_is_not_positive_is_refused() {
        let refused = SupportVectorMachine::fit(&array![[0.0]], &array![1.0], 0.0);
        assert_eq!(refused.unwrap_err().to_string(), "decay = 0 is outside (0, ∞)");
    }
    /// In one dimension, −1 between +1 and +1: λ says how steep the useless slope may be.
    fn one_between_two(decay: f64) -> Result<SupportVectorMachine, SupportVectorError> {
        let (inputs, labels) = (array![[0.0], [1.0], [2.5]], array![1.0, -1.0, 1.0]);
        SupportVectorMachine::fit(&inputs, &labels, decay)
    }

    #[test]
    fn many_pairs_are_taken_where_many_are_needed() {
        // 120 002 pairs.
        let svm = one_between_two(1e-6).unwrap();
        let margin = |x: f64, label: f64| label * (svm.theta[0] * x + svm.theta[1]);
        let margins = [margin(0.0, 1.0), margin(1.0, -1.0), margin(2.5, 1.0)];
        for (margin, &pull) in margins.iter().zip(&svm.pulls) {
            // The roundings of 10⁵ sums of numbers near 10⁶; early it is off by ones.
            assert!(*margin > 1.0 - 1e-5 || pull == 1.0, "{margin} {pull}");
            assert!(*margin < 1.0 + 1e-5 || pull == 0.0, "{margin} {pull}");
        }
    }

    #[test]
    fn what_did_not_settle_is_an_error_with_the_gap_that_is_left() {
        let error = one_between_two(1e-8).unwrap_err();
        let SupportVectorError::NotSettled { gap } = error else { panic!("{error}") };
        assert!(gap > TOLERANCE, "{gap}");
        let expected = format!(
            "after 5000000 pairs two samples ask for biases that \
                                differ by {gap}, which is more than 0.000000001"
        );
        assert!(error.to_string().starts_with(&expected), "{error}");
    }
}
