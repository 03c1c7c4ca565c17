//! # Momentum
//!
//! Write one step of momentum in the form of PyTorch, without dampening:
//!
//! $$ v \leftarrow \beta v + g, \qquad \theta \leftarrow \theta - \eta v . $$
//!
//! The function changes `theta` and `velocity` in place. The velocity is zero before the
//! first step; the caller keeps it from step to step.

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
