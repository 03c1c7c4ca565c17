//! The test was on the size of $y^\top s$; its sign is what counts. A negative $y^\top s$
//! says that the slope along $s$ became steeper downward: no positive definite matrix has
//! $By = s$ then, since $y^\top B y = y^\top s$ would be negative. And a size of at least
//! zero excludes nothing, not even zero.

use ndarray::Array1;

/// ρ = 1/yᵀs for a pair that is kept, 0 for one that is skipped.
pub fn rho(s: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let curvature = y.dot(s);
    if curvature > 1e-10 { 1.0 / curvature } else { 0.0 }
}
