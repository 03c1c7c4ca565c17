//! # AdamW
//!
//! Now with weight decay λ beside the step, as in PyTorch: first
//! $\theta \leftarrow (1 - \eta\lambda)\,\theta$, then the step of Adam from the gradient that is
//! given. The moments see nothing of the decay.

use ndarray::Array1;

/// θ after each step of AdamW, with β₁ = 0.9, β₂ = 0.999 and weight decay λ, from θ = 1.
pub fn path(
    gradients: &Array1<f64>,
    rate: f64,
    epsilon: f64,
    lambda: f64,
) -> Array1<f64> {
    todo!()
}
