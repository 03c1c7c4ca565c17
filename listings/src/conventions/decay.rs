//! Weight decay beside Adam, four ways. β₁, β₂ and ε are Adam's defaults.

use super::{Rule, paper_adam};

// ANCHOR: decay
/// PyTorch's `Adam(weight_decay=λ)`: λθ in the gradient.
pub fn l2_adam(lambda: f64) -> Rule {
    let mut adam = paper_adam(0.9, 0.999, 1e-8);
    Box::new(move |rate, theta, gradient| adam(rate, theta, gradient + lambda * theta))
}

/// PyTorch's `AdamW`, and every optimizer of Keras with `weight_decay=λ`: θ shrinks by
/// ηλ before the step. Defaults: λ = 0.01 in PyTorch, 0.004 in Keras's `AdamW`.
pub fn pytorch_adamw(lambda: f64) -> Rule {
    let mut adam = paper_adam(0.9, 0.999, 1e-8);
    Box::new(move |rate, theta, gradient| {
        adam(rate, theta * (1.0 - rate * lambda), gradient)
    })
}

/// optax's `adamw`: λθ is added to Adam's direction, and the sum is multiplied by the
/// rate. Default: λ = 10⁻⁴.
pub fn optax_adamw(lambda: f64) -> Rule {
    let mut adam = paper_adam(0.9, 0.999, 1e-8);
    Box::new(move |rate, theta, gradient| {
        let direction = -adam(1.0, 0.0, gradient);
        theta - rate * (direction + lambda * theta)
    })
}

/// The paper's algorithm 2: the decay is multiplied by the schedule's factor alone, not
/// by the base rate α. Its rate at each step is α times the factor.
pub fn loshchilov_adamw(base_rate: f64, lambda: f64) -> Rule {
    let mut adam = paper_adam(0.9, 0.999, 1e-8);
    Box::new(move |rate, theta, gradient| {
        let factor = rate / base_rate;
        adam(rate, theta * (1.0 - factor * lambda), gradient)
    })
}
// ANCHOR_END: decay
