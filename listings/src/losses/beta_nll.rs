//! The β-NLL: the Gaussian negative log-likelihood, each sample weighted by a power of
//! its own predicted variance.
//!
//! ℓ(μ, s, y) = ⌊e^(βs)⌋ · ½ (s + r² e^(−s)),
//! ∂ℓ/∂μ = r e^((β−1)s),   ∂ℓ/∂s = ½ (e^(βs) − r² e^((β−1)s)),   r = μ − y, s = ln σ².
//! The prediction has shape (n, 2): the columns are μ and s.
//!
//! **Convention.** ⌊·⌋ is a *stop-gradient*: the weight is a number, not a function to
//! differentiate. So the gradient here is deliberately not the derivative of the value.
//! β = 0 is the likelihood; at β = 1 the pull on μ is r, that of half the squared error.
//!
//! # Reference
//! M. Seitzer, A. Tavakoli, D. Antić & G. Martius, "On the pitfalls of heteroscedastic
//! uncertainty estimation with probabilistic neural networks", *ICLR* (2022), §4.

use super::Loss;
use super::gaussian_nll::assert_mean_and_log_variance;
use super::weighted::weighted;
use crate::error::{ParameterError, unit_interval};
use ndarray::{Array1, Array2};

// ANCHOR: beta_nll
/// The Gaussian likelihood with its pulls weighted by σ^(2β).
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

    /// x σ^(2β) / σ² in one exponent: of two factors one may be 0, and the other ∞.
    fn over_variance(&self, x: f64, log_variance: f64) -> f64 {
        weighted(x, ((self.beta - 1.0) * log_variance).exp())
    }
}

impl Loss<Array2<f64>, Array1<f64>> for BetaNll {
    fn value(&self, prediction: &Array2<f64>, target: &Array1<f64>) -> f64 {
        assert_mean_and_log_variance(prediction, target);
        let mut sum = 0.0;
        for (row, y) in prediction.rows().into_iter().zip(target) {
            let (residual, log_variance) = (row[0] - y, row[1]);
            sum += 0.5 * weighted(self.weight(log_variance), log_variance);
            sum += 0.5 * self.over_variance(residual.powi(2), log_variance);
        }
        sum / target.len() as f64
    }

    fn gradient(&self, prediction: &Array2<f64>, target: &Array1<f64>) -> Array2<f64> {
        assert_mean_and_log_variance(prediction, target);
        let mut gradient = Array2::zeros(prediction.raw_dim());
        for (i, mut row) in gradient.rows_mut().into_iter().enumerate() {
            let residual = prediction[[i, 0]] - target[i];
            let s = prediction[[i, 1]];
            row[0] = self.over_variance(residual, s);
            row[1] = 0.5 * (self.weight(s) - self.over_variance(residual.powi(2), s));
        }
        gradient / target.len() as f64
    }
}
// ANCHOR_END: beta_nll
