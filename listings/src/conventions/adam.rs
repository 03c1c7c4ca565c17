//! Adam, three ways.

use super::Rule;

// ANCHOR: adam
/// The paper's algorithm 1, PyTorch's `Adam`, optax's `adam`: ε beside the corrected
/// root. Their default: ε = 10⁻⁸.
pub fn paper_adam(beta1: f64, beta2: f64, epsilon: f64) -> Rule {
    let (mut m, mut v, mut step) = (0.0, 0.0, 0);
    Box::new(move |rate, theta, gradient| {
        step += 1;
        m = beta1 * m + (1.0 - beta1) * gradient;
        v = beta2 * v + (1.0 - beta2) * gradient * gradient;
        let mean = m / (1.0 - beta1.powi(step));
        let square: f64 = v / (1.0 - beta2.powi(step));
        theta - rate * mean / (square.sqrt() + epsilon)
    })
}

/// Keras's `Adam`, the paper's §2: ε̂ beside the root before its correction. Keras's
/// default: ε̂ = 10⁻⁷.
pub fn keras_adam(beta1: f64, beta2: f64, epsilon: f64) -> Rule {
    let (mut m, mut v, mut step) = (0.0, 0.0, 0);
    Box::new(move |rate, theta, gradient| {
        step += 1;
        m = beta1 * m + (1.0 - beta1) * gradient;
        v = beta2 * v + (1.0 - beta2) * gradient * gradient;
        let correction = (1.0 - beta2.powi(step)).sqrt() / (1.0 - beta1.powi(step));
        theta - rate * correction * m / (f64::sqrt(v) + epsilon)
    })
}

/// Nobody's: Adam without its corrections.
pub fn uncorrected_adam(beta1: f64, beta2: f64, epsilon: f64) -> Rule {
    let (mut m, mut v) = (0.0, 0.0);
    Box::new(move |rate, theta, gradient| {
        m = beta1 * m + (1.0 - beta1) * gradient;
        v = beta2 * v + (1.0 - beta2) * gradient * gradient;
        theta - rate * m / (f64::sqrt(v) + epsilon)
    })
}
// ANCHOR_END: adam
