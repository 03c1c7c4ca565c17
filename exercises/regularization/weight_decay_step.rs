//! # One step with weight decay
//!
//! Write a step of gradient descent with decoupled weight decay. The parameters are
//! $\theta = (w_1, \dots, w_k, b)$, the bias last; $g = \partial L / \partial \theta$ is
//! the gradient of the loss alone; the rate is $\eta$ and the decay $\lambda$:
//!
//! $$
//! w_j \leftarrow (1 - \eta\lambda)\, w_j - \eta\, g_j , \qquad b \leftarrow b - \eta\, g_b .
//! $$

use ndarray::Array1;

/// θ after the step.
pub fn step(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    rate: f64,
    decay: f64,
) -> Array1<f64> {
    todo!()
}
