//! # A lion that will not turn
//!
//! This Lion trains, but sluggishly: when the gradient of a parameter changes its sign for good,
//! the parameter goes on in the old direction for a while and only then turns, where the paper's
//! reacts to a large gradient at once. Repair it.

use ndarray::Array1;

/// θ after each gradient of one parameter, from θ = 1, with β₁ = 0.9 and β₂ = 0.99.
pub fn path(gradients: &Array1<f64>, rate: f64) -> Array1<f64> {
    let (beta1, beta2) = (0.9, 0.99);
    let (mut theta, mut m) = (1.0, 0.0);
    let mut after = Vec::new();
    for &gradient in gradients {
        let c: f64 = beta2 * m + (1.0 - beta2) * gradient;
        theta -= rate * if c == 0.0 { 0.0 } else { c.signum() };
        m = beta1 * m + (1.0 - beta1) * gradient;
        after.push(theta);
    }
    Array1::from(after)
}
