//! Two means of one momentum: a short one for the step, a long one to remember. The step comes
//! first, from the momentum before this gradient. `signum` of zero is 1 in Rust, so zero needs a
//! line of its own: a parameter whose gradients have all been zero must stay.

use ndarray::Array1;

/// θ after each gradient of one parameter, from θ = 1.
pub fn path(gradients: &Array1<f64>, rate: f64, lambda: f64) -> Array1<f64> {
    let (mut theta, mut m) = (1.0, 0.0);
    let mut after = Vec::new();
    for &gradient in gradients {
        let c: f64 = 0.9 * m + (1.0 - 0.9) * gradient;
        let sign = if c == 0.0 { 0.0 } else { c.signum() };
        theta -= rate * (sign + lambda * theta);
        m = 0.99 * m + (1.0 - 0.99) * gradient;
        after.push(theta);
    }
    Array1::from(after)
}
