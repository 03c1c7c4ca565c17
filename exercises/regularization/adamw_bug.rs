//! # The decay that some weights do not feel
//!
//! The function below is meant to be a step of AdamW: Adam's step, and beside it a decay
//! by which each weight shrinks to $1 - \eta\lambda$ of its size. To keep it short, $\beta_1
//! = \beta_2 = 0$: then Adam's moments are the gradient and its square, and its step is
//! $\eta\, g / (|g| + \varepsilon)$.
//!
//! On a model in training the weights with large gradients hardly decayed at all, whatever
//! $\lambda$ was, and those with small gradients went straight to zero. Repair the step.

use ndarray::{Array1, Zip};

/// θ after one step of AdamW with β₁ = β₂ = 0.
pub fn step(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    rate: f64,
    decay: f64,
) -> Array1<f64> {
    let epsilon = 1e-8;
    Zip::from(theta).and(gradient).map_collect(|&weight, &g| {
        let g = g + decay * weight;
        weight - rate * g / (g.abs() + epsilon)
    })
}
