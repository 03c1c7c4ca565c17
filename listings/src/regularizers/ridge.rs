//! Ridge regression in closed form, seen along the principal directions of the data.
//!
//! F(w, b) = 1/2n ‖y − Xw − b‖² + λ/2 ‖w‖²,   (G + λI) w = c.
//! With G = V diag(s) Vᵀ:   w = Σⱼ vⱼ · sⱼ/(sⱼ + λ) · (vⱼᵀc)/sⱼ = Σⱼ vⱼ (vⱼᵀc)/(sⱼ + λ).
//!
//! **Convention.** s = d²/n, with d the singular values of the centered inputs: in a text
//! that adds λ‖w‖² to the sum of the squared errors, as scikit-learn's `Ridge` does, the
//! factor is d²/(d² + λ), and its λ is n times the λ of this code.
//!
//! # Reference
//! T. Hastie, R. Tibshirani & J. Friedman, *The Elements of Statistical Learning*, 2nd ed.
//! (2009), eq. 3.44 and 3.47.

use super::eigen::{Eigen, symmetric_eigen};
use super::{LinearFit, Moments};
use crate::error::{ParameterError, non_negative};
use ndarray::Array1;

// ANCHOR: ridge
/// What ridge does along one principal direction of the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Direction {
    /// v of shape (k), of length 1.
    pub direction: Array1<f64>,
    /// s, the variance of the data along v.
    pub variance: f64,
    /// s/(s + λ): how much of the least squares solution is left along v.
    pub kept: f64,
}

/// The minimizer of F, and its directions, the one of largest variance first.
///
/// Where s + λ is zero, which needs λ = 0 and data without variance along v, every weight
/// along v fits equally well, and the solution has none: of all minimizers it is the
/// shortest. Data that are not finite make the weights NaN.
///
/// # Errors
/// [`ParameterError`] unless 0 ≤ λ < ∞.
pub fn ridge(
    data: &Moments,
    lambda: f64,
) -> Result<(LinearFit, Vec<Direction>), ParameterError> {
    non_negative("lambda", lambda)?;
    let Eigen { values, vectors } = symmetric_eigen(&data.gram);
    // A variance that should be zero is rounded to one of this size, of either sign.
    let negligible = 1e-14 * values.iter().fold(0.0_f64, |most, s| most.max(s.abs()));
    let mut weights = Array1::zeros(values.len());
    let mut directions = Vec::new();
    for (&s, v) in values.iter().zip(vectors.columns()) {
        let variance = if s.abs() <= negligible { 0.0 } else { s };
        let kept = if variance == 0.0 { 0.0 } else { variance / (variance + lambda) };
        if variance != 0.0 {
            weights.scaled_add(kept * v.dot(&data.covariance) / variance, &v);
        }
        directions.push(Direction { direction: v.to_owned(), variance, kept });
    }
    let intercept = data.intercept(&weights);
    Ok((LinearFit { weights, intercept, sweeps: 1 }, directions))
}
// ANCHOR_END: ridge
