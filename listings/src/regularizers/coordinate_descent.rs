//! Least squares with an elastic net, by coordinate descent.
//!
//! F(w, b) = 1/2n ‖y − Xw − b‖² + λ (ρ Σⱼ |wⱼ| + (1 − ρ)/2 Σⱼ wⱼ²),
//! wⱼ ← soft_threshold(cⱼ − Σ_{i≠j} Gⱼᵢ wᵢ, λρ) / (Gⱼⱼ + λ(1 − ρ)).
//!
//! **Convention.** Half of the mean squared error, as in scikit-learn's `ElasticNet` and
//! `Lasso` and in glmnet. The intercept is not penalized. The features are taken as they
//! are: standardize them first, or the penalty depends on their units.
//!
//! # Reference
//! J. Friedman, T. Hastie & R. Tibshirani, "Regularization paths for generalized linear
//! models via coordinate descent", *Journal of Statistical Software* 33 (2010) eq. 5, and
//! §2.2 for the form with G and c.

use super::{ElasticNet, Moments, soft_threshold};
use ndarray::Array1;
use std::fmt;

// ANCHOR: coordinate_descent
/// A fitted linear model ŷ = Xw + b.
#[derive(Clone, Debug, PartialEq)]
pub struct LinearFit {
    /// w of shape (k).
    pub weights: Array1<f64>,
    /// b.
    pub intercept: f64,
    /// How many times all weights were updated.
    pub sweeps: usize,
}

/// Minimizes F from the weights `start`: each weight in turn goes to its own minimum,
/// until none moves by more than 10⁻¹² of the largest.
///
/// A constant feature gets the weight 0: no other fits better, and 0 is the cheapest.
///
/// # Errors
/// [`FitError`] when the data are not finite, or after 100 000 sweeps.
///
/// # Panics
/// Panics when `start` is not of shape (k).
pub fn coordinate_descent(
    data: &Moments,
    penalty: &ElasticNet,
    start: Array1<f64>,
) -> Result<LinearFit, FitError> {
    let mut weights = start;
    let features = data.covariance.len();
    assert_eq!(
        weights.len(),
        features,
        "{} weights for {features} features",
        weights.len()
    );
    for sweep in 1..=100_000 {
        let mut change: f64 = 0.0;
        for j in 0..features {
            let variance = data.gram[[j, j]];
            // c − Gw, with the weight's own part put back.
            let pull = data.covariance[j] - data.gram.row(j).dot(&weights)
                + variance * weights[j];
            let curvature = variance + penalty.l2();
            let best = if curvature == 0.0 {
                0.0
            } else {
                soft_threshold(pull, penalty.l1()) / curvature
            };
            change = change.max((best - weights[j]).abs());
            weights[j] = best;
        }
        if !weights.iter().all(|weight| weight.is_finite()) {
            return Err(FitError::NotFinite);
        }
        let largest = weights.iter().fold(0.0, |most, w| f64::max(most, w.abs()));
        if change <= 1e-12 * largest {
            let intercept = data.intercept(&weights);
            return Ok(LinearFit { weights, intercept, sweeps: sweep });
        }
    }
    Err(FitError::NotSettled)
}

/// The smallest λ at which every weight is zero: maxⱼ |cⱼ| / ρ. Infinite for ρ = 0:
/// ridge has none.
pub fn lambda_max(data: &Moments, l1_ratio: f64) -> f64 {
    let largest = data.covariance.iter().fold(0.0_f64, |most, c| most.max(c.abs()));
    largest / l1_ratio
}
// ANCHOR_END: coordinate_descent

/// Why there is no fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FitError {
    /// The data, or the weights that they lead to, are not finite.
    NotFinite,
    /// The weights still move after 100 000 sweeps.
    NotSettled,
}

impl fmt::Display for FitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFinite => {
                "the weights are not finite; look for NaN or infinite numbers in the data"
            }
            Self::NotSettled => {
                "the weights still move after 100000 sweeps; standardize the features, \
                 or raise lambda"
            }
        })
    }
}

impl std::error::Error for FitError {}
