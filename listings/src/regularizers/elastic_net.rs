//! The elastic net: L1 and L2 together.
//!
//! R(w) = λ (ρ Σⱼ |wⱼ| + (1 − ρ)/2 Σⱼ wⱼ²),
//! prox(w) = soft_threshold(w, s λ ρ) / (1 + s λ (1 − ρ)).
//!
//! **Convention.** The letters of scikit-learn: λ is its `alpha`, ρ its `l1_ratio`.
//! glmnet writes the same formula with `lambda` for λ and `alpha` for ρ: its `alpha` is
//! the other one. Zou and Hastie write λ₁ = λρ and λ₂ = λ(1 − ρ)/2, and call the
//! minimizer of this objective the naive elastic net.
//!
//! # Reference
//! H. Zou & T. Hastie, "Regularization and variable selection via the elastic net",
//! *Journal of the Royal Statistical Society B* 67 (2005) 301–320. The parametrization:
//! J. Friedman, T. Hastie & R. Tibshirani, "Regularization paths for generalized linear
//! models via coordinate descent", *Journal of Statistical Software* 33 (2010) eq. 1–3.

use super::{Regularizer, soft_threshold};
use crate::error::{ParameterError, non_negative, unit_interval};

// ANCHOR: elastic_net
/// λ (ρ Σ |w| + (1 − ρ)/2 Σ w²): the lasso at ρ = 1, ridge at ρ = 0.
///
/// ```
/// use listings::regularizers::{ElasticNet, Regularizer};
/// use ndarray::array;
///
/// let penalty = ElasticNet::new(0.5, 0.5)?;
/// let weights = array![2.0, -1.0];
/// // 0.5 (0.5 · 3 + 0.25 · 5)
/// assert_eq!(penalty.value(&weights), 1.375);
/// // Toward zero by 0.25, then divided by 1.25.
/// assert_eq!(penalty.proximal(&weights, 1.0), array![1.4, -0.6]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ElasticNet {
    lambda: f64,
    l1_ratio: f64,
}

impl ElasticNet {
    /// The strength λ, and the share ρ that is L1.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ λ < ∞ and 0 ≤ ρ ≤ 1.
    pub fn new(lambda: f64, l1_ratio: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            lambda: non_negative("lambda", lambda)?,
            l1_ratio: unit_interval("l1_ratio", l1_ratio)?,
        })
    }

    /// λρ, the factor of |w|.
    pub fn l1(&self) -> f64 {
        self.lambda * self.l1_ratio
    }

    /// λ(1 − ρ), the factor of w²/2.
    pub fn l2(&self) -> f64 {
        self.lambda * (1.0 - self.l1_ratio)
    }
}

impl Regularizer for ElasticNet {
    fn of(&self, weight: f64) -> f64 {
        let size = weight.abs();
        // Factored, so that w² cannot overflow where ρ = 1 leaves it out.
        size * (self.l1() + 0.5 * self.l2() * size)
    }

    fn slope(&self, weight: f64) -> f64 {
        let sign = if weight == 0.0 { 0.0 } else { weight.signum() };
        self.l1() * sign + self.l2() * weight
    }

    fn proximal_of(&self, weight: f64, step: f64) -> f64 {
        soft_threshold(weight, step * self.l1()) / (1.0 + step * self.l2())
    }
}
// ANCHOR_END: elastic_net
