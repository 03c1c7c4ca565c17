//! # The elastic net
//!
//! Write the penalty
//!
//! $$
//! R(w) = \lambda \left( \rho \sum_j |w_j| + \frac{1 - \rho}{2} \sum_j w_j^2 \right)
//! $$
//!
//! of the weights $w$, with $\lambda \ge 0$ and $\rho \in [0, 1]$, and its proximal operator
//! for a step $s \ge 0$: for each weight the $u$ that minimizes
//! $\frac{1}{2}(u - w_j)^2 + s\, r(u)$. At $\rho = 1$ it has to be soft-thresholding, at
//! $\rho = 0$ a division.

use ndarray::Array1;

/// R(w).
pub fn value(weights: &Array1<f64>, lambda: f64, rho: f64) -> f64 {
    todo!()
}

/// prox(w), weight by weight.
pub fn proximal(weights: &Array1<f64>, step: f64, lambda: f64, rho: f64) -> Array1<f64> {
    todo!()
}
