//! # LARS
//!
//! Write LARS for one layer. Its own rate is
//! $\lambda = \tau \norm{\theta} / (\norm{g} + w \norm{\theta})$, with the trust coefficient τ
//! and the weight decay $w$, and $\lambda = 1$ where $\norm{\theta}$ or $\norm{g}$ is zero. Then
//! $v \leftarrow \beta v + \eta\lambda (g + w\theta)$ and $\theta \leftarrow \theta - v$, with
//! $\beta = 0.9$ and $v = 0$ at the start.

use ndarray::{Array1, Array2};

/// λ, the layer's own rate.
pub fn local_rate(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    trust: f64,
    decay: f64,
) -> f64 {
    todo!()
}

/// θ after a step for each row of `gradients`, from `start`.
pub fn walk(
    start: &Array1<f64>,
    gradients: &Array2<f64>,
    rate: f64,
    trust: f64,
    decay: f64,
) -> Array1<f64> {
    todo!()
}
