//! Ridge regression in closed form, seen along the principal directions of the data.
//!
//! F(w, b) = 1/2n ‖y − Xw − b‖² + λ/2 ‖w‖²,   (G + λI) w = c.
//! With G = Σⱼ sⱼ vⱼvⱼᵀ:   w = Σⱼ sⱼ/(sⱼ + λ) · vⱼ (vⱼᵀc)/sⱼ.
//!
//! **Convention.** s = d²/n, with d the singular values of the centered inputs: in a text
//! that adds λ‖w‖² to the sum of the squared errors, as scikit-learn's `Ridge` does, the
//! factor is d²/(d² + λ), and its λ is n times the λ of this code.
//!
//! # Reference
//! T. Hastie, R. Tibshirani & J. Friedman, *The Elements of Statistical Learning*,
//! 2nd ed. (2009), eq. 3.44 and 3.47.

use super::{FitError, L2, LinearFit, Moments};
use crate::linear_algebra::symmetric_eigen;
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
/// Where the data do not vary along v, every weight along v fits equally well, and the
/// solution has none: of all minimizers it is the shortest.
///
/// # Errors
/// [`FitError::NotFinite`] when the data are not finite.
pub fn ridge(
    data: &Moments,
    penalty: &L2,
) -> Result<(LinearFit, Vec<Direction>), FitError> {
    if !data.gram.iter().chain(&data.covariance).all(|entry| entry.is_finite()) {
        return Err(FitError::NotFinite);
    }
    let (values, vectors) = symmetric_eigen(&data.gram);
    // A variance that should be zero is rounded to one of this size, of either sign.
    let negligible = 1e-14 * values[0].abs();
    let mut weights = Array1::zeros(values.len());
    let mut directions = Vec::new();
    for (&s, v) in values.iter().zip(vectors.rows()) {
        let variance = if s <= negligible { 0.0 } else { s };
        let mut kept = 0.0;
        if variance > 0.0 {
            kept = variance / (variance + penalty.decay());
            weights.scaled_add(kept * v.dot(&data.covariance) / variance, &v);
        }
        directions.push(Direction { direction: v.to_owned(), variance, kept });
    }
    let intercept = data.intercept(&weights);
    Ok((LinearFit { weights, intercept, sweeps: 1 }, directions))
}
// ANCHOR_END: ridge
