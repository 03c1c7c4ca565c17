//! AdaGrad, two ways.

use super::Rule;

// ANCHOR: adagrad
/// PyTorch's `Adagrad`: ε beside the root. Its defaults: G from 0, ε = 10⁻¹⁰.
pub fn pytorch_adagrad(initial: f64, epsilon: f64) -> Rule {
    let mut squares = initial;
    Box::new(move |rate, theta, gradient| {
        squares += gradient * gradient;
        theta - rate * gradient / (squares.sqrt() + epsilon)
    })
}

/// Keras's `Adagrad`, optax's `adagrad`: ε inside. Their defaults: G from 0.1, ε = 10⁻⁷.
pub fn keras_adagrad(initial: f64, epsilon: f64) -> Rule {
    let mut squares = initial;
    Box::new(move |rate, theta, gradient| {
        squares += gradient * gradient;
        theta - rate * gradient / (squares + epsilon).sqrt()
    })
}
// ANCHOR_END: adagrad
