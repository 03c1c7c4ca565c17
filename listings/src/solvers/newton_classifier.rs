//! The exact minimum of a regularized linear classifier with a smooth loss.
//!
//! J(w, b) = λ/2 ‖w‖² + 1/n Σᵢ ℓ(yᵢ(w·xᵢ + b)), by Newton's method: θ ← θ − H⁻¹g with
//! the gradient g and the second derivatives H, the step halved while J does not fall.
//!
//! # Reference
//! J. Nocedal & S. Wright, *Numerical Optimization*, 2nd ed. (2006), §3.3, for the method
//! and algorithm 3.1 for the halving.

use crate::error::positive;
use crate::linear_algebra::Cholesky;
use crate::losses::{assert_signs, sigmoid, softplus};
use crate::training::margin_objective;
use ndarray::{Array1, Array2, Axis, concatenate, s};

/// A loss ℓ(m) of the margin m = y f.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MarginLoss {
    /// ln(1 + e^(−m)): binary cross-entropy with labels ±1.
    Logistic,
    /// max(0, 1 − m)².
    SquaredHinge,
}

impl MarginLoss {
    /// ℓ(m).
    pub fn of(self, margin: f64) -> f64 {
        match self {
            Self::Logistic => softplus(-margin),
            Self::SquaredHinge => (1.0 - margin).max(0.0).powi(2),
        }
    }

    /// ℓ′(m).
    pub fn slope(self, margin: f64) -> f64 {
        match self {
            Self::Logistic => -sigmoid(-margin),
            Self::SquaredHinge => -2.0 * (1.0 - margin).max(0.0),
        }
    }

    /// ℓ″(m); for the squared hinge 2 inside the margin and 0 beyond it.
    fn curvature(self, margin: f64) -> f64 {
        match self {
            Self::Logistic => sigmoid(margin) * sigmoid(-margin),
            Self::SquaredHinge => f64::from(u8::from(margin < 1.0)) * 2.0,
        }
    }
}

/// Far more rounds than the data of this book need; an end in every case.
const MOST_ROUNDS: usize = 100;

/// How far above its minimum J may be after the last round.
const NEAR_ENOUGH: f64 = 1e-9;

/// θ = (w, b) at the minimum, for inputs of shape (n, features) and labels ±1, under the
/// regularization λ = `decay`.
///
/// The second derivative by b gets 10⁻⁹ more, so that H can be inverted where no sample
/// bends the loss; those by w have λ.
///
/// # Panics
/// Panics unless 0 < λ < ∞; when there is no sample, or not one label a sample; when a
/// label is neither −1 nor +1; when inputs are not finite, or so large that H is not; and
/// when J is not within 10⁻⁹ of its minimum after 100 rounds.
pub fn newton_classifier(
    inputs: &Array2<f64>,
    labels: &Array1<f64>,
    loss: MarginLoss,
    decay: f64,
) -> Array1<f64> {
    let start = Array1::zeros(inputs.ncols() + 1);
    newton_classifier_from(inputs, labels, loss, decay, start)
}

/// The same from another θ than zero, such as that of nearly the same samples.
///
/// # Panics
/// Panics where [`newton_classifier`] does, and when θ is not of shape (features + 1).
pub fn newton_classifier_from(
    inputs: &Array2<f64>,
    labels: &Array1<f64>,
    loss: MarginLoss,
    decay: f64,
    mut theta: Array1<f64>,
) -> Array1<f64> {
    positive("decay", decay).unwrap_or_else(|error| panic!("{error}"));
    let (samples, features) = inputs.dim();
    let (given, entries) = (labels.len(), theta.len());
    assert!(samples > 0, "no sample: every classifier is as good as any other");
    assert_eq!(samples, given, "{samples} samples, but {given} labels");
    assert_eq!(features + 1, entries, "{features} features and b, but {entries} numbers");
    assert_signs(labels);
    let ones = Array2::ones((samples, 1));
    let extended = concatenate![Axis(1), inputs.view(), ones];
    let objective = |theta: &Array1<f64>| {
        margin_objective(theta, inputs, labels, |margin| loss.of(margin), decay)
    };
    let mut excess = f64::INFINITY;
    for _ in 0..MOST_ROUNDS {
        let margins = extended.dot(&theta) * labels;
        let pulls = margins.mapv(|margin| loss.slope(margin)) * labels / samples as f64;
        let mut gradient = extended.t().dot(&pulls);
        gradient
            .slice_mut(s![..features])
            .scaled_add(decay, &theta.slice(s![..features]));
        let curvatures = margins.mapv(|margin| loss.curvature(margin)) / samples as f64;
        let weighted = &extended * &curvatures.insert_axis(Axis(1));
        let mut hessian = extended.t().dot(&weighted);
        for i in 0..=features {
            hessian[[i, i]] += if i < features { decay } else { 1e-9 };
        }
        let factors = Cholesky::new(&hessian)
            .unwrap_or_else(|error| panic!("no Newton step from θ = {theta}: {error}"));
        let step = factors.solve(&gradient);
        let (start, slope) = (objective(&theta), gradient.dot(&step));
        let lengths = (0..40).map(|halvings| 0.5_f64.powi(halvings));
        let falls = |length: &f64| {
            objective(&(&theta - &(&step * *length))) <= start - 1e-4 * length * slope
        };
        // By the parabola that fits best here.
        excess = 0.5 * slope;
        // Near the minimum J no longer resolves the step; then the whole step is right.
        let is_resolved = slope > 1e-12 * start;
        let length = if is_resolved {
            lengths.into_iter().find(falls).unwrap_or(1.0)
        } else {
            1.0
        };
        theta.scaled_add(-length, &step);
        // The error of θ is squared from step to step: none is left after this one.
        if slope <= f64::EPSILON * start {
            return theta;
        }
    }
    // Of one class the logistic loss is least at b = ±∞, where 10⁻⁹ makes the steps tiny.
    assert!(
        excess <= NEAR_ENOUGH,
        "after {MOST_ROUNDS} rounds J is still {excess} above its minimum, at θ = {theta}"
    );
    theta
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_gradient_vanishes_at_the_minimum() {
        let inputs =
            array![[1.0, 2.0], [-0.5, 0.3], [2.0, -1.0], [0.1, 0.1], [-3.0, 1.0]];
        let labels = array![1.0, -1.0, 1.0, -1.0, 1.0];
        for loss in [MarginLoss::Logistic, MarginLoss::SquaredHinge] {
            for decay in [1e-4, 0.01, 1.0] {
                let theta = newton_classifier(&inputs, &labels, loss, decay);
                let objective = |theta: &Array1<f64>| {
                    margin_objective(theta, &inputs, &labels, |m| loss.of(m), decay)
                };
                for i in 0..3 {
                    let at = |shift: f64| {
                        let mut shifted = theta.clone();
                        shifted[i] += shift;
                        objective(&shifted)
                    };
                    // Rounding of a number of size 1 over 2e-5.
                    let slope = (at(1e-5) - at(-1e-5)) / 2e-5;
                    assert!(slope.abs() < 1e-9, "{loss:?} {decay}: {slope}");
                }
            }
        }
    }

    #[test]
    fn from_another_start_it_comes_to_the_same() {
        let inputs = array![[1.0, 2.0], [-0.5, 0.3], [2.0, -1.0], [0.1, 0.1]];
        let labels = array![1.0, -1.0, 1.0, -1.0];
        for loss in [MarginLoss::Logistic, MarginLoss::SquaredHinge] {
            let cold = newton_classifier(&inputs, &labels, loss, 0.1);
            let start = array![-2.0, 3.0, 1.0];
            let warm = newton_classifier_from(&inputs, &labels, loss, 0.1, start);
            // Roundings of a gradient of size one, over curvatures of some 0.1.
            let error = (&warm - &cold).mapv(f64::abs);
            assert!(error.iter().all(|&error| error < 1e-11), "{loss:?}: {error}");
        }
    }

    #[test]
    fn separable_samples_have_a_finite_minimum() {
        let (inputs, labels) = (array![[-1.0], [1.0]], array![-1.0, 1.0]);
        let theta = newton_classifier(&inputs, &labels, MarginLoss::Logistic, 1e-3);
        // At the minimum λw = σ(−w), and b = 0 by symmetry.
        assert!((1e-3 * theta[0] - sigmoid(-theta[0])).abs() < 1e-12);
        assert!(theta[1].abs() < 1e-12);
        // Beyond the margin the squared hinge is flat in b; it still ends.
        let theta = newton_classifier(&inputs, &labels, MarginLoss::SquaredHinge, 1e-3);
        assert!((theta[0] - 2.0 / 2.001).abs() < 1e-9, "{theta}");
    }

    #[test]
    fn a_single_class_ends_at_finite_parameters() {
        let (inputs, labels) = (array![[-1.0], [1.0]], array![1.0, 1.0]);
        for loss in [MarginLoss::Logistic, MarginLoss::SquaredHinge] {
            let theta = newton_classifier(&inputs, &labels, loss, 0.01);
            assert!(theta.iter().all(|theta| theta.is_finite()));
            assert!(theta[1] > 0.0);
        }
    }
    #[test]
    #[should_panic(expected = "decay = 0 is outside (0, ∞)")]
    fn without_regularization_there_may_be_no_minimum() {
        let (inputs, labels) = (array![[-1.0], [1.0]], array![-1.0, 1.0]);
        newton_classifier(&inputs, &labels, MarginLoss::SquaredHinge, 0.0);
    }

    #[test]
    #[should_panic(expected = "label 1 is 0, which is neither -1 nor +1")]
    fn labels_of_another_kind_are_refused() {
        let (inputs, labels) = (array![[-1.0], [1.0]], array![1.0, 0.0]);
        newton_classifier(&inputs, &labels, MarginLoss::Logistic, 0.1);
    }

    #[test]
    #[should_panic(expected = "3 samples, but 1 labels")]
    fn one_label_is_not_shared_by_all_samples() {
        let (inputs, labels) = (array![[-1.0], [1.0], [2.0]], array![1.0]);
        newton_classifier(&inputs, &labels, MarginLoss::Logistic, 0.1);
    }

    #[test]
    #[should_panic(expected = "after 100 rounds J is still")]
    fn a_start_too_far_to_come_back_from_is_no_minimum() {
        let (inputs, labels) = (array![[-1.0], [1.0], [0.3]], array![-1.0, 1.0, -1.0]);
        let far = array![0.0, 1e12];
        newton_classifier_from(&inputs, &labels, MarginLoss::Logistic, 0.01, far);
    }

    #[test]
    #[should_panic(expected = "no Newton step from θ = [0, 0]: no factors of the matrix")]
    fn an_input_that_is_no_number_is_refused() {
        let (inputs, labels) = (array![[-1.0], [f64::NAN]], array![1.0, -1.0]);
        newton_classifier(&inputs, &labels, MarginLoss::Logistic, 0.1);
    }
}
