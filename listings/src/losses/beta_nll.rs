//! The β-NLL: the Gaussian negative log-likelihood, each sample weighed by a power of
//! its own predicted variance.
//!
//! ℓ(μ, s, y) = ⌊e^(βs)⌋ · ½ (s + r² e^(−s)),
//! ∂ℓ/∂μ = e^(βs) r e^(−s),   ∂ℓ/∂s = e^(βs) ½ (1 − r² e^(−s)),   r = μ − y, s = ln σ².
//! The prediction has shape (n, 2): the columns are μ and s.
//!
//! **Convention.** ⌊·⌋ is a *stop-gradient*: the weight is a number, not a function to
//! differentiate. So the gradient here is deliberately not the derivative of the value.
//! β = 0 is the likelihood; at β = 1 the pull on μ is r, that of half the squared error.
//!
//! # Reference
//! M. Seitzer, A. Tavakoli, D. Antić & G. Martius, "On the pitfalls of heteroscedastic
//! uncertainty estimation with probabilistic neural networks", *ICLR* (2022), §4.

use super::gaussian_nll::{assert_mean_and_log_variance, half_nll};
use super::{GaussianNll, Loss};
use crate::error::{ParameterError, unit_interval};
use ndarray::{Array1, Array2};

// ANCHOR: beta_nll
/// The Gaussian likelihood with its pulls weighed by σ^(2β).
///
/// # Panics
/// A prediction that is not of shape (n, 2) for n targets panics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BetaNll {
    beta: f64,
}

impl BetaNll {
    /// β from 0, the likelihood, to 1, the squared error's pull on the mean.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ β ≤ 1.
    pub fn new(beta: f64) -> Result<Self, ParameterError> {
        Ok(Self { beta: unit_interval("beta", beta)? })
    }

    /// σ^(2β) of a sample, from its log variance.
    fn weight(&self, log_variance: f64) -> f64 {
        (self.beta * log_variance).exp()
    }
}

impl Loss<Array2<f64>, Array1<f64>> for BetaNll {
    fn value(&self, prediction: &Array2<f64>, target: &Array1<f64>) -> f64 {
        assert_mean_and_log_variance(prediction, target);
        let mut sum = 0.0;
        for (row, y) in prediction.rows().into_iter().zip(target) {
            let (residual, log_variance) = (row[0] - y, row[1]);
            sum += self.weight(log_variance) * half_nll(residual, log_variance);
        }
        sum / target.len() as f64
    }

    fn gradient(&self, prediction: &Array2<f64>, target: &Array1<f64>) -> Array2<f64> {
        let mut gradient = GaussianNll.gradient(prediction, target);
        for (mut row, log_variance) in
            gradient.rows_mut().into_iter().zip(prediction.column(1))
        {
            row *= self.weight(*log_variance);
        }
        gradient
    }
}
// ANCHOR_END: beta_nll
