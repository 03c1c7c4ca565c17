//! # A gradient checker
//!
//! Write the two halves of a gradient check. `differences` gives the central differences of
//! a loss $L(\theta)$, one component at a time, with $h_i = \varepsilon^{1/3} \max(1,
//! \abs{\theta_i})$. `relative_error` compares a gradient $a$ with them, $b$:
//! $$ \frac{\max_i \abs{a_i - b_i}}{\max(\max_i \abs{a_i}, \max_i \abs{b_i})} , $$
//! and is 0 where both are zero.

use ndarray::Array1;

/// The central differences of `loss` at θ, of shape (d).
pub fn differences(
    loss: &dyn Fn(&Array1<f64>) -> f64,
    theta: &Array1<f64>,
) -> Array1<f64> {
    todo!()
}

/// The largest difference between a and b, relative to the largest entry of either.
pub fn relative_error(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
    todo!()
}
