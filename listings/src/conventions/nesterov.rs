//! Nesterov's momentum at the point where the gradient was taken, two ways.

use super::Rule;

// ANCHOR: nesterov
/// PyTorch's `nesterov=True`, optax's `trace`: v ← βv + g, θ ← θ − η(g + βv).
pub fn pytorch_nesterov(beta: f64) -> Rule {
    let mut velocity = 0.0;
    Box::new(move |rate, theta, gradient| {
        velocity = beta * velocity + gradient;
        theta - rate * (gradient + beta * velocity)
    })
}

/// Keras's `nesterov=True`: v ← βv − ηg, θ ← θ + βv − ηg.
pub fn keras_nesterov(beta: f64) -> Rule {
    let mut velocity = 0.0;
    Box::new(move |rate, theta, gradient| {
        velocity = beta * velocity - rate * gradient;
        theta + beta * velocity - rate * gradient
    })
}
// ANCHOR_END: nesterov
