//! # One coordinate of the lasso
//!
//! The lasso minimizes $\frac{1}{2n} \lVert y - Xw \rVert^2 + \lambda \sum_j |w_j|$. With
//! $G = X^\top X / n$ and $c = X^\top y / n$ (the data have mean zero, so there is no
//! intercept) it is, up to a constant, $\frac{1}{2} w^\top G w - c^\top w + \lambda \sum_j
//! |w_j|$. Coordinate descent takes one weight at a time and puts it where this is least,
//! with all others held.
//!
//! Give the new value of $w_j$. The function does not change the other weights.

use ndarray::{Array1, Array2};

/// The best value of weight `j`, given the others. `gram[[j, j]]` is above zero.
pub fn update(
    j: usize,
    weights: &Array1<f64>,
    gram: &Array2<f64>,
    covariance: &Array1<f64>,
    lambda: f64,
) -> f64 {
    todo!()
}
