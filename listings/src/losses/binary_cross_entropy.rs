//! Binary cross-entropy, from logits.
//!
//! ℓ(z, y) = w y ς(−z) + (1 − y) ς(z),   ∂ℓ/∂z = (1 − y) σ(z) − w y σ(−z),   ς(z) =
//! ln(1 + e^z), with z and y of shape (n).
//!
//! It is −w y ln p − (1 − y) ln(1 − p) for p = σ(z); at w = 1 it is max(z, 0) − y z +
//! ln(1 + e^(−|z|)), and its gradient is p − y.
//!
//! **Convention.** Targets are probabilities in [0, 1], not labels ±1. The mean divides
//! by n whatever w is, as PyTorch's `BCEWithLogitsLoss` does; w is its `pos_weight`.
//! PyTorch's `BCELoss` takes probabilities and clamps their logarithms at −100.
//!
//! # Reference
//! D. R. Cox, "The regression analysis of binary sequences", *Journal of the Royal
//! Statistical Society B* 20 (1958) 215–242.

use super::Loss;
use super::checks::assert_probabilities;
use super::elementwise::{mean_gradient, mean_loss};
use super::softplus::{sigmoid, softplus};
use super::weighted::weighted;
use crate::error::{ParameterError, non_negative};
use ndarray::Array1;

// ANCHOR: binary_cross_entropy
/// −y ln p − (1 − y) ln(1 − p) with p = σ(z): the negative log-likelihood of a coin.
///
/// # Panics
/// Besides different lengths, a target outside [0, 1] panics.
///
/// ```
/// use listings::losses::{BinaryCrossEntropy, Loss};
/// use ndarray::array;
///
/// let loss = BinaryCrossEntropy::default();
/// let logit = array![(0.2_f64 / 0.8).ln()]; // p = 0.2
/// let one = array![1.0];
/// assert!((loss.value(&logit, &one) - -0.2_f64.ln()).abs() < 1e-15);
/// assert!((loss.gradient(&logit, &one)[0] - (0.2 - 1.0)).abs() < 1e-15);
/// // Certain and wrong: a probability of σ(−1000) would be rounded to 0.
/// assert_eq!(loss.value(&array![-1000.0], &one), 1000.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BinaryCrossEntropy {
    positive_weight: f64,
}

impl BinaryCrossEntropy {
    /// Counts each positive sample w times.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ w < ∞.
    pub fn with_positive_weight(
        self,
        positive_weight: f64,
    ) -> Result<Self, ParameterError> {
        Ok(Self { positive_weight: non_negative("positive_weight", positive_weight)? })
    }
}

impl Loss for BinaryCrossEntropy {
    fn value(&self, logits: &Array1<f64>, target: &Array1<f64>) -> f64 {
        assert_probabilities(target);
        mean_loss(logits, target, |z, y| {
            weighted(self.positive_weight * y, softplus(-z))
                + weighted(1.0 - y, softplus(z))
        })
    }

    fn gradient(&self, logits: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        assert_probabilities(target);
        mean_gradient(logits, target, |z, y| {
            (1.0 - y) * sigmoid(z) - self.positive_weight * y * sigmoid(-z)
        })
    }
}
// ANCHOR_END: binary_cross_entropy

/// w = 1: both classes count alike.
impl Default for BinaryCrossEntropy {
    fn default() -> Self {
        Self { positive_weight: 1.0 }
    }
}
