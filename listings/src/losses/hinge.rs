//! The hinge loss and its square.
//!
//! ℓ(f, y) = max(0, 1 − y f),   ∂ℓ/∂f = −y for y f < 1, else 0; squared: max(0, 1 − y
//! f)² and −2 y max(0, 1 − y f), with scores f and labels y of shape (n).
//!
//! **Convention.** Labels are −1 and +1. At the kink y f = 1 the code takes the
//! subgradient 0. scikit-learn's `LinearSVC` squares by default. PyTorch's
//! `HingeEmbeddingLoss` is another function, of distances; its `MultiMarginLoss` is a
//! hinge for k classes.
//!
//! # Reference
//! C. Cortes & V. Vapnik, "Support-vector networks", *Machine Learning* 20 (1995)
//! 273–297, §3, where 1 − y f is the slack ξ.

use super::Loss;
use super::checks::assert_signs;
use super::elementwise::{mean_gradient, mean_loss};
use ndarray::Array1;

// ANCHOR: hinge
/// max(0, 1 − y f): nothing to pay for a score on the right side of the margin 1.
///
/// # Panics
/// Besides different lengths, a label that is neither −1 nor +1 panics.
///
/// ```
/// use listings::losses::{Hinge, Loss};
/// use ndarray::array;
///
/// let score = array![2.0, 0.5, -3.0];
/// let label = array![1.0, 1.0, 1.0];
/// // Beyond the margin, inside it, wrong: (0 + 0.5 + 4) / 3
/// assert_eq!(Hinge.value(&score, &label), 1.5);
/// assert_eq!(Hinge.gradient(&score, &label), array![0.0, -1.0, -1.0] / 3.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hinge;

impl Loss for Hinge {
    fn value(&self, score: &Array1<f64>, label: &Array1<f64>) -> f64 {
        assert_signs(label);
        mean_loss(score, label, slack)
    }

    fn gradient(&self, score: &Array1<f64>, label: &Array1<f64>) -> Array1<f64> {
        assert_signs(label);
        mean_gradient(score, label, |f, y| match slack(f, y) {
            0.0 => 0.0,
            slack if slack.is_nan() => slack,
            _ => -y,
        })
    }
}

/// max(0, 1 − y f); NaN for a score that is NaN, which `f64::max` would turn into 0.
fn slack(score: f64, label: f64) -> f64 {
    let missing = 1.0 - label * score;
    if missing <= 0.0 { 0.0 } else { missing }
}
// ANCHOR_END: hinge

// ANCHOR: squared_hinge
/// max(0, 1 − y f)²: without a kink, and hard on scores far on the wrong side.
///
/// # Panics
/// Besides different lengths, a label that is neither −1 nor +1 panics.
///
/// ```
/// use listings::losses::{Loss, SquaredHinge};
/// use ndarray::array;
///
/// let score = array![2.0, 0.5, -3.0];
/// let label = array![1.0, 1.0, 1.0];
/// assert_eq!(SquaredHinge.value(&score, &label), 16.25 / 3.0); // 0 + 0.25 + 16
/// assert_eq!(SquaredHinge.gradient(&score, &label), array![0.0, -1.0, -8.0] / 3.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SquaredHinge;

impl Loss for SquaredHinge {
    fn value(&self, score: &Array1<f64>, label: &Array1<f64>) -> f64 {
        assert_signs(label);
        mean_loss(score, label, |f, y| slack(f, y).powi(2))
    }

    fn gradient(&self, score: &Array1<f64>, label: &Array1<f64>) -> Array1<f64> {
        assert_signs(label);
        mean_gradient(score, label, |f, y| -2.0 * y * slack(f, y))
    }
}
// ANCHOR_END: squared_hinge
