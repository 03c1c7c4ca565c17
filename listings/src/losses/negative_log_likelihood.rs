//! The negative log-likelihood of classes, from log-probabilities.
//!
//! L(ln P, t) = −Σᵢ w_tᵢ ln pᵢ_tᵢ / Σᵢ w_tᵢ,
//! ∂L/∂(ln pᵢ_c) = −w_c / Σᵢ w_tᵢ at c = tᵢ, else 0,
//! with ln P of shape (n, k) and classes t of shape (n).
//!
//! **Convention.** PyTorch's `NLLLoss`. The prediction is ln P, and nothing checks that
//! its rows are logarithms of distributions: `CrossEntropy` is this loss after
//! `log_softmax`, and the one to prefer. The mean divides by the weights of the samples.
//!
//! # Reference
//! C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, §4.3.4, eq. 4.108.

use super::Loss;
use super::checks::assert_classes;
use super::weighted::weighted;
use crate::error::{ParameterError, non_negative};
use ndarray::{Array1, Array2};

// ANCHOR: negative_log_likelihood
/// −ln p_t, for a model whose last layer gives ln P.
///
/// # Panics
/// A class that is not below k panics, and so do weights that are not k.
///
/// ```
/// use listings::losses::{CrossEntropy, Loss, NegativeLogLikelihood, log_softmax};
/// use ndarray::{Axis, array};
///
/// let (logits, class) = (array![2.0, -1.0, 0.5], array![2]);
/// let log_p = log_softmax(logits.view()).insert_axis(Axis(0));
/// let value = NegativeLogLikelihood::default().value(&log_p, &class);
/// let logits = logits.insert_axis(Axis(0));
/// assert_eq!(value, CrossEntropy::default().value(&logits, &class));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NegativeLogLikelihood {
    class_weights: Option<Array1<f64>>,
}

impl NegativeLogLikelihood {
    /// Weighs each class, by w of shape (k).
    ///
    /// # Errors
    /// [`ParameterError`] unless every weight is in [0, ∞).
    pub fn with_class_weights(
        class_weights: Array1<f64>,
    ) -> Result<Self, ParameterError> {
        for &weight in &class_weights {
            non_negative("class_weights", weight)?;
        }
        Ok(Self { class_weights: Some(class_weights) })
    }

    /// w_tᵢ of each sample.
    fn weights(&self, log_p: &Array2<f64>, classes: &Array1<usize>) -> Array1<f64> {
        assert_classes(log_p, classes);
        let (rows, k) = log_p.dim();
        let Some(weights) = &self.class_weights else { return Array1::ones(rows) };
        let count = weights.len();
        assert_eq!(count, k, "{count} class weights for ln P of shape [{rows}, {k}]");
        classes.mapv(|class| weights[class])
    }
}

impl Loss<Array2<f64>, Array1<usize>> for NegativeLogLikelihood {
    fn value(&self, log_p: &Array2<f64>, classes: &Array1<usize>) -> f64 {
        let weights = self.weights(log_p, classes);
        let mut sum = 0.0;
        for (i, &class) in classes.iter().enumerate() {
            sum += weighted(weights[i], -log_p[[i, class]]);
        }
        sum / weights.sum()
    }

    fn gradient(&self, log_p: &Array2<f64>, classes: &Array1<usize>) -> Array2<f64> {
        let weights = self.weights(log_p, classes);
        let total = weights.sum();
        let mut gradient = Array2::zeros(log_p.raw_dim());
        for (i, &class) in classes.iter().enumerate() {
            gradient[[i, class]] = -weights[i] / total;
        }
        gradient
    }
}
// ANCHOR_END: negative_log_likelihood
