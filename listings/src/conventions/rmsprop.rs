//! RMSprop, two ways.

use super::Rule;

// ANCHOR: rmsprop
/// PyTorch's `RMSprop`: ε beside the root. Its defaults: ρ = 0.99, ε = 10⁻⁸.
pub fn pytorch_rmsprop(rho: f64, epsilon: f64) -> Rule {
    let mut square = 0.0;
    Box::new(move |rate, theta, gradient| {
        square = rho * square + (1.0 - rho) * gradient * gradient;
        theta - rate * gradient / (f64::sqrt(square) + epsilon)
    })
}

/// Keras's `RMSprop`, optax's `rmsprop`: ε inside. Their defaults: ρ = 0.9, and ε = 10⁻⁷
/// in Keras, 10⁻⁸ in optax.
pub fn keras_rmsprop(rho: f64, epsilon: f64) -> Rule {
    let mut square = 0.0;
    Box::new(move |rate, theta, gradient| {
        square = rho * square + (1.0 - rho) * gradient * gradient;
        theta - rate * gradient / f64::sqrt(square + epsilon)
    })
}
// ANCHOR_END: rmsprop
