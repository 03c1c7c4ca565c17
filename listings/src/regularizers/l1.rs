//! L1 regularization, the lasso's penalty, and soft-thresholding.
//!
//! R(w) = λ Σⱼ |wⱼ|,   ∂R/∂wⱼ = λ sign(wⱼ),   prox(w) = sign(w) max(|w| − s λ, 0).
//!
//! **Convention.** No ½. scikit-learn's `Lasso` and glmnet add it to ½ of the mean
//! squared error; to the mean squared error itself, the same λ is half as strong.
//!
//! # Reference
//! R. Tibshirani, "Regression shrinkage and selection via the lasso", *Journal of the
//! Royal Statistical Society B* 58 (1996) 267–288. The operator: D. L. Donoho &
//! I. M. Johnstone, "Ideal spatial adaptation by wavelet shrinkage", *Biometrika* 81
//! (1994) 425–455.

use super::Regularizer;
use crate::error::{ParameterError, non_negative};

// ANCHOR: l1
/// sign(w) max(|w| − t, 0): toward zero by t, and to exactly zero from within t.
///
/// # Panics
/// Panics when the threshold t is negative or NaN.
///
/// ```
/// use listings::regularizers::soft_threshold;
///
/// assert_eq!(soft_threshold(3.0, 1.0), 2.0);
/// assert_eq!(soft_threshold(-3.0, 1.0), -2.0);
/// assert_eq!(soft_threshold(0.4, 1.0), 0.0);
/// ```
pub fn soft_threshold(weight: f64, threshold: f64) -> f64 {
    // What clipping takes away: within the threshold w − w, which is exactly 0.
    weight - weight.clamp(-threshold, threshold)
}

/// λ Σ |w|.
///
/// ```
/// use listings::regularizers::{L1, Regularizer};
/// use ndarray::array;
///
/// let penalty = L1::new(0.5)?;
/// let weights = array![3.0, 0.0, -4.0];
/// assert_eq!(penalty.value(&weights), 0.5 * 7.0);
/// assert_eq!(penalty.gradient(&weights), array![0.5, 0.0, -0.5]);
/// assert_eq!(penalty.proximal(&weights, 2.0), array![2.0, 0.0, -3.0]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct L1 {
    lambda: f64,
}

impl L1 {
    /// λ Σ |w|.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ λ < ∞.
    pub fn new(lambda: f64) -> Result<Self, ParameterError> {
        Ok(Self { lambda: non_negative("lambda", lambda)? })
    }
}

impl Regularizer for L1 {
    fn of(&self, weight: f64) -> f64 {
        self.lambda * weight.abs()
    }

    fn slope(&self, weight: f64) -> f64 {
        // At the kink all of [−λ, λ] are subgradients; f64::signum would take ±λ.
        if weight == 0.0 { 0.0 } else { self.lambda * weight.signum() }
    }

    fn proximal_of(&self, weight: f64, step: f64) -> f64 {
        soft_threshold(weight, step * self.lambda)
    }
}
// ANCHOR_END: l1
