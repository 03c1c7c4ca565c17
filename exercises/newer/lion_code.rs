//! # Lion
//!
//! Write Lion with $\beta_1 = 0.9$, $\beta_2 = 0.99$ and weight decay λ beside the step:
//! $c = \beta_1 m + (1 - \beta_1) g$, then
//! $\theta \leftarrow \theta - \eta\, (\operatorname{sign}(c) + \lambda\theta)$, and then
//! $m \leftarrow \beta_2 m + (1 - \beta_2) g$, from $m = 0$. The sign of zero is zero.

use ndarray::Array1;

/// θ after each gradient of one parameter, from θ = 1.
pub fn path(gradients: &Array1<f64>, rate: f64, lambda: f64) -> Array1<f64> {
    todo!()
}
