//! # Adam
//!
//! Write Adam for one parameter that starts at $\theta = 1$. The gradients are given, one a
//! step. Return θ after each step. Both moments start at zero, $\beta_1 = 0.9$,
//! $\beta_2 = 0.999$, and ε is added to the root of the corrected $\hat v$:
//!
//! $$
//! \theta \leftarrow \theta - \eta\, \frac{\hat m}{\sqrt{\hat v} + \varepsilon} .
//! $$

use ndarray::Array1;

/// θ after each step of rate `rate`, with β₁ = 0.9 and β₂ = 0.999, from θ = 1.
pub fn path(gradients: &Array1<f64>, rate: f64, epsilon: f64) -> Array1<f64> {
    todo!()
}
