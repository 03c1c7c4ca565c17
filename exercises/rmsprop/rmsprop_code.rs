//! # RMSprop over a list of gradients
//!
//! Write RMSprop for one parameter that meets a list of gradients:
//!
//! $$ v \leftarrow \rho v + (1 - \rho) g^2, \qquad \theta \leftarrow \theta -
//! \frac{\eta\, g}{\sqrt{v} + \varepsilon}, $$
//!
//! with $v = 0$ at the start. Give $\theta$ after each step.
//!
//! Then write the centered form: keep $a \leftarrow \rho a + (1 - \rho) g$ too, from
//! $a = 0$, and use $v - a^2$ in place of $v$ below the root. By rounding this can come
//! out a hair below zero; your code must not give NaN.

use ndarray::Array1;

/// θ after each gradient.
pub fn path(
    start: f64,
    gradients: &Array1<f64>,
    rate: f64,
    rho: f64,
    epsilon: f64,
) -> Array1<f64> {
    todo!()
}

/// The same, centered.
pub fn centered(
    start: f64,
    gradients: &Array1<f64>,
    rate: f64,
    rho: f64,
    epsilon: f64,
) -> Array1<f64> {
    todo!()
}
