//! Momentum, three ways.

use super::Rule;

// ANCHOR: momentum
/// PyTorch's `SGD`, optax's `trace`: v ← βv + g, θ ← θ − ηv. With PyTorch's dampening τ,
/// v ← βv + (1 − τ)g from the second step on.
pub fn pytorch_momentum(beta: f64, dampening: f64) -> Rule {
    let mut velocity = None;
    Box::new(move |rate, theta, gradient| {
        let next = match velocity {
            None => gradient,
            Some(velocity) => beta * velocity + (1.0 - dampening) * gradient,
        };
        velocity = Some(next);
        theta - rate * next
    })
}

/// A mean of gradients, as in Adam's m: v ← βv + (1 − β)g, θ ← θ − ηv.
pub fn averaged_momentum(beta: f64) -> Rule {
    let mut velocity = 0.0;
    Box::new(move |rate, theta, gradient| {
        velocity = beta * velocity + (1.0 - beta) * gradient;
        theta - rate * velocity
    })
}

/// Keras's `SGD`, and Sutskever et al.: the rate is inside, v ← βv − ηg, θ ← θ + v.
pub fn keras_momentum(beta: f64) -> Rule {
    let mut velocity = 0.0;
    Box::new(move |rate, theta, gradient| {
        velocity = beta * velocity - rate * gradient;
        theta + velocity
    })
}
// ANCHOR_END: momentum
