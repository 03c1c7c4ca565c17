//! # A pair that should not be there
//!
//! The function below decides whether a pair $(s, y)$ is kept for L-BFGS. It was meant to
//! skip pairs without positive curvature. In a region where the loss curves down, training
//! with it went uphill: the inverse $B$ was no longer positive definite, and $-Bg$ no
//! longer a direction of descent. And once a step of length zero made every number NaN.
//!
//! Find the fault and repair it. A pair is kept when $y^\top s > 10^{-10}$.

use ndarray::Array1;

/// ρ = 1/yᵀs for a pair that is kept, 0 for one that is skipped.
pub fn rho(s: &Array1<f64>, y: &Array1<f64>) -> f64 {
    let curvature = y.dot(s);
    if curvature.abs() >= 0.0 { 1.0 / curvature } else { 0.0 }
}
