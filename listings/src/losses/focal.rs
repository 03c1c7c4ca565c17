//! The focal loss, of two classes and of k.
//!
//! φ(u) = (1 − p)^γ u,   φ′(u) = (1 − p)^γ (1 + γ p u / (1 − p)),   u = −ln p, where p
//! is the probability of the right class.
//!
//! Two classes, one logit z: ℓ = α y φ(ς(−z)) + (1 − α)(1 − y) φ(ς(z)), with z and y of
//! shape (n) and ς the softplus. k classes: ℓ = α φ(−ln softmax(z)_t), with z of shape
//! (n, k).
//!
//! **Convention.** γ = 0 is cross-entropy. The binary form has α for the positive class
//! and 1 − α for the negative one, as the paper and torchvision's `sigmoid_focal_loss`;
//! no α means a weight of 1 for both. In the form of k classes α multiplies every class
//! alike, so it only scales the loss. The mean divides by n; the paper divides by the
//! number of positive samples.
//!
//! # Reference
//! T.-Y. Lin, P. Goyal, R. Girshick, K. He & P. Dollár, "Focal loss for dense object
//! detection", *ICCV* (2017), eq. 4 and 5; the derivative is in appendix B.

use super::Loss;
use super::checks::{assert_classes, assert_probabilities};
use super::elementwise::{mean_gradient, mean_loss};
use super::log_sum_exp::{log_softmax, softmax};
use super::softplus::{sigmoid, softplus};
use super::weighted::weighted;
use crate::error::{ParameterError, non_negative, unit_interval};
use ndarray::{Array1, Array2};

// ANCHOR: binary_focal
/// Cross-entropy times (1 − p)^γ, which takes the weight from samples that are easy.
///
/// # Panics
/// Besides different lengths, a target outside [0, 1] panics.
///
/// ```
/// use listings::losses::{BinaryFocal, Loss};
/// use ndarray::array;
///
/// let loss = BinaryFocal::new(None, 2.0)?;
/// let logit = array![9_f64.ln()]; // p = 0.9, an easy sample: 1/100 of −ln 0.9
/// let value = loss.value(&logit, &array![1.0]);
/// assert!((value - 0.01 * -0.9_f64.ln()).abs() < 1e-15);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BinaryFocal {
    positive_weight: f64,
    negative_weight: f64,
    gamma: f64,
}

impl BinaryFocal {
    /// Weights α for the positive and 1 − α for the negative class, or 1 for both.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ α ≤ 1 and 0 ≤ γ < ∞.
    pub fn new(alpha: Option<f64>, gamma: f64) -> Result<Self, ParameterError> {
        let gamma = non_negative("gamma", gamma)?;
        let (positive_weight, negative_weight) = match alpha {
            Some(alpha) => (unit_interval("alpha", alpha)?, 1.0 - alpha),
            None => (1.0, 1.0),
        };
        Ok(Self { positive_weight, negative_weight, gamma })
    }
}

impl Loss for BinaryFocal {
    fn value(&self, logits: &Array1<f64>, target: &Array1<f64>) -> f64 {
        assert_probabilities(target);
        // Of a class with logit z: p = σ(z), 1 − p = σ(−z), −ln p = ς(−z).
        let focal = |z: f64| weighted(sigmoid(-z).powf(self.gamma), softplus(-z));
        mean_loss(logits, target, |z, y| {
            weighted(self.positive_weight * y, focal(z))
                + weighted(self.negative_weight * (1.0 - y), focal(-z))
        })
    }

    fn gradient(&self, logits: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        assert_probabilities(target);
        // φ′(u) du/dz with du/dz = −(1 − p): no division is left.
        let slope = |z: f64| {
            let (right, wrong) = (sigmoid(z), sigmoid(-z));
            let focus = self.gamma * weighted(right, softplus(-z));
            -wrong.powf(self.gamma) * (wrong + focus)
        };
        mean_gradient(logits, target, |z, y| {
            self.positive_weight * y * slope(z)
                - self.negative_weight * (1.0 - y) * slope(-z)
        })
    }
}
// ANCHOR_END: binary_focal

/// α = 0.25 and γ = 2, the best of the paper's experiments.
impl Default for BinaryFocal {
    fn default() -> Self {
        Self { positive_weight: 0.25, negative_weight: 0.75, gamma: 2.0 }
    }
}

// ANCHOR: focal
/// −α (1 − p_t)^γ ln p_t with p = softmax(z) and t the class of the sample.
///
/// # Panics
/// A class that is not below k panics.
///
/// ```
/// use listings::losses::{Focal, Loss};
/// use ndarray::array;
///
/// let logits = array![[0.1_f64.ln(), 0.8_f64.ln(), 0.1_f64.ln()]];
/// let value = Focal::new(1.0, 2.0)?.value(&logits, &array![1]);
/// assert!((value - 0.2 * 0.2 * -0.8_f64.ln()).abs() < 1e-15);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Focal {
    alpha: f64,
    gamma: f64,
}

impl Focal {
    /// A focal loss of k classes, scaled by α.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ α ≤ 1 and 0 ≤ γ < ∞.
    pub fn new(alpha: f64, gamma: f64) -> Result<Self, ParameterError> {
        let alpha = unit_interval("alpha", alpha)?;
        Ok(Self { alpha, gamma: non_negative("gamma", gamma)? })
    }

    /// φ(u).
    fn of(&self, cross_entropy: f64) -> f64 {
        let wrong = -(-cross_entropy).exp_m1();
        weighted(wrong.powf(self.gamma), cross_entropy)
    }

    /// φ′(u).
    fn slope(&self, cross_entropy: f64) -> f64 {
        let wrong = -(-cross_entropy).exp_m1();
        // u / (1 − p) tends to 1 as p tends to 1.
        let ratio = if cross_entropy == 0.0 { 1.0 } else { cross_entropy / wrong };
        let focus = self.gamma * weighted((-cross_entropy).exp(), ratio);
        wrong.powf(self.gamma) * (1.0 + focus)
    }
}

impl Loss<Array2<f64>, Array1<usize>> for Focal {
    fn value(&self, logits: &Array2<f64>, classes: &Array1<usize>) -> f64 {
        assert_classes(logits, classes);
        let rows = logits.rows().into_iter().zip(classes);
        let sum: f64 = rows.map(|(z, &class)| self.of(-log_softmax(z)[class])).sum();
        self.alpha * sum / logits.nrows() as f64
    }

    fn gradient(&self, logits: &Array2<f64>, classes: &Array1<usize>) -> Array2<f64> {
        assert_classes(logits, classes);
        let samples = logits.nrows() as f64;
        let mut gradient = Array2::zeros(logits.raw_dim());
        for (i, mut row) in gradient.rows_mut().into_iter().enumerate() {
            let z = logits.row(i);
            let scale = self.alpha * self.slope(-log_softmax(z)[classes[i]]) / samples;
            // du/dz = softmax(z) − target, as for cross-entropy.
            row.assign(&softmax(z));
            row[classes[i]] -= 1.0;
            row *= scale;
        }
        gradient
    }
}
// ANCHOR_END: focal

/// α = 1 and γ = 2.
impl Default for Focal {
    fn default() -> Self {
        Self { alpha: 1.0, gamma: 2.0 }
    }
}
