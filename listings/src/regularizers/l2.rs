//! L2 regularization, ridge, in both of its conventions.
//!
//! R(w) = λ/2 Σⱼ wⱼ²,   ∂R/∂wⱼ = λ wⱼ,   prox(w) = w / (1 + s λ).
//!
//! **Convention.** `new` has the ½, as weight decay has and as scikit-learn's
//! `ElasticNet` has. `without_half` is λ Σⱼ wⱼ², as in Keras's `L2`, scikit-learn's
//! `Ridge` and many lectures: the same number λ pulls twice as hard.
//!
//! # Reference
//! A. E. Hoerl & R. W. Kennard, "Ridge regression: biased estimation for nonorthogonal
//! problems", *Technometrics* 12 (1970) 55–67.

use super::Regularizer;
use crate::error::{ParameterError, non_negative};

// ANCHOR: l2
/// λ/2 Σ w², whose gradient is λw; or λ Σ w², whose gradient is 2λw.
///
/// ```
/// use listings::regularizers::{L2, Regularizer};
/// use ndarray::array;
///
/// let weights = array![3.0, -4.0];
/// let halved = L2::new(0.1)?;
/// assert_eq!(halved.value(&weights), 0.1 / 2.0 * 25.0);
/// assert_eq!(halved.gradient(&weights), array![0.1 * 3.0, 0.1 * -4.0]);
/// assert_eq!(L2::without_half(0.1)?, L2::new(0.2)?);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct L2 {
    decay: f64,
}

impl L2 {
    /// λ/2 Σ w².
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ λ < ∞.
    pub fn new(lambda: f64) -> Result<Self, ParameterError> {
        Ok(Self { decay: non_negative("lambda", lambda)? })
    }

    /// λ Σ w².
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ λ and 2λ < ∞.
    pub fn without_half(lambda: f64) -> Result<Self, ParameterError> {
        non_negative("lambda", lambda)?;
        Ok(Self { decay: non_negative("2 lambda", 2.0 * lambda)? })
    }

    /// The factor of w in the gradient: λ, or 2λ without the half.
    pub fn decay(&self) -> f64 {
        self.decay
    }
}

impl Regularizer for L2 {
    fn of(&self, weight: f64) -> f64 {
        0.5 * self.decay * weight * weight
    }

    fn slope(&self, weight: f64) -> f64 {
        self.decay * weight
    }

    fn proximal_of(&self, weight: f64, step: f64) -> f64 {
        weight / (1.0 + step * self.decay)
    }
}
// ANCHOR_END: l2
