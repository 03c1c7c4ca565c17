//! # Nesterov momentum
//!
//! Write one step of Nesterov momentum in the form of the frameworks, which needs the
//! gradient $g$ at the current $\theta$ only:
//!
//! $$ v \leftarrow \beta v + g, \qquad \theta \leftarrow \theta - \eta\,(g + \beta v) , $$
//!
//! with the new $v$ in the second rule. The function changes `theta` and `velocity` in place.

use ndarray::Array1;

/// One step. All three arrays have the same length.
pub fn step(
    theta: &mut Array1<f64>,
    velocity: &mut Array1<f64>,
    gradient: &Array1<f64>,
    rate: f64,
    beta: f64,
) {
    todo!()
}
