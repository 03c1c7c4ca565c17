//! The decay was added to the gradient before Adam divides by the gradient's size: that is
//! L2 in Adam, not AdamW. Adam makes every step about $\eta$ long, whatever the gradient.
//! Where $g$ is large, $\lambda w$ changes neither its sign nor, after the division, the
//! step; where $g$ is small, $\lambda w$ is all there is, and it gets a whole step of $\eta$
//! however small it is. Decoupled, the decay passes Adam by.

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
        (1.0 - rate * decay) * weight - rate * g / (g.abs() + epsilon)
    })
}
