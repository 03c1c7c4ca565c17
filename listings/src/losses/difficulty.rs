//! Squared error with a weight of difficulty: the focal idea, for regression.
//!
//! L = 1/n Σᵢ ⌊wᵢ⌋ rᵢ²,   ∂L/∂ŷᵢ = 2 wᵢ rᵢ / n,   wᵢ = n |rᵢ|^γ / Σⱼ |rⱼ|^γ,   r = ŷ − y.
//!
//! **Convention.** The weights have mean 1, and ⌊·⌋ is a *stop-gradient*: they are
//! numbers, computed anew at each step, not functions to differentiate. γ > 0 turns to
//! the hard samples, γ < 0 to the easy ones, γ = 0 is the mean squared error. Up to a
//! factor common to all samples the pulls are those of |r|^(γ+2).
//!
//! # References
//! Focus on the hard: T.-Y. Lin et al., "Focal loss for dense object detection", *ICCV*
//! (2017), §3.2, for classification. Easy ones first: M. P. Kumar, B. Packer & D.
//! Koller, "Self-paced learning for latent variable models", *NIPS* (2010).

use super::Loss;
use super::elementwise::{assert_as_many, mean_gradient, mean_loss};
use crate::error::ParameterError;
use ndarray::Array1;

// ANCHOR: difficulty
/// Squared error, each sample weighted by a power of its own residual.
///
/// # Panics
/// Panics when the numbers of predictions and targets differ.
///
/// ```
/// use listings::losses::{DifficultyWeighted, Loss};
/// use ndarray::array;
///
/// let (prediction, target) = (array![1.0, 3.0], array![0.0, 0.0]);
/// // Residuals 1 and 3 with γ = 1: weights 1/2 and 3/2.
/// let hard_first = DifficultyWeighted::new(1.0)?;
/// assert_eq!(hard_first.gradient(&prediction, &target), array![0.5, 4.5]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DifficultyWeighted {
    gamma: f64,
}

impl DifficultyWeighted {
    /// Weights that go as |r|^γ.
    ///
    /// # Errors
    /// [`ParameterError`] unless −1 ≤ γ < ∞: below −1 the pull of a sample grows without
    /// limit as it is met.
    pub fn new(gamma: f64) -> Result<Self, ParameterError> {
        if gamma.is_finite() && gamma >= -1.0 {
            Ok(Self { gamma })
        } else {
            Err(ParameterError { name: "gamma", value: gamma, valid: "[-1, ∞)" })
        }
    }

    /// The weight of each sample, in the order of the batch; their mean is 1.
    ///
    /// # Panics
    /// Panics when the numbers of predictions and targets differ.
    pub fn weights(&self, prediction: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        assert_as_many(prediction, target);
        // A residual of zero has no negative power; the smallest number stands for it.
        let sizes = (prediction - target).mapv(|r| r.abs().max(f64::MIN_POSITIVE));
        // Relative to the largest power, so that none overflows, nor all vanish.
        let powers = if self.gamma < 0.0 {
            let least = sizes.iter().copied().fold(f64::INFINITY, f64::min);
            sizes.mapv(|size| (least / size).powf(-self.gamma))
        } else {
            let most = sizes.iter().copied().fold(0.0, f64::max);
            sizes.mapv(|size| (size / most).powf(self.gamma))
        };
        let mean = powers.sum() / powers.len() as f64;
        powers / mean
    }
}

impl Loss for DifficultyWeighted {
    fn value(&self, prediction: &Array1<f64>, target: &Array1<f64>) -> f64 {
        let weights = self.weights(prediction, target);
        let squares = (prediction - target).mapv(|r| r * r);
        mean_loss(&squares, &weights, |square, weight| square * weight)
    }

    fn gradient(&self, prediction: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        let weights = self.weights(prediction, target);
        let residuals = prediction - target;
        mean_gradient(&residuals, &weights, |residual, weight| 2.0 * weight * residual)
    }
}
// ANCHOR_END: difficulty
