//! # Soft-thresholding
//!
//! Write the proximal operator of $R(w) = \lambda \sum_j |w_j|$ for a step $s \ge 0$: for
//! each weight the $u$ that minimizes $\frac{1}{2}(u - w_j)^2 + s \lambda |u|$. Derive it
//! first. Where is the derivative zero for $u > 0$, where for $u < 0$, and what if neither
//! has a solution?

use ndarray::Array1;

/// prox(w), weight by weight.
pub fn proximal(weights: &Array1<f64>, step: f64, lambda: f64) -> Array1<f64> {
    todo!()
}
