//! The betas had changed places. With β₂ in the step, a fresh gradient has a share of a hundredth
//! in $c$, and must be a hundred times as large as $m$ to turn it; with β₁ it has a tenth. What is
//! remembered is the other way around: a mean of a hundred gradients, not of ten.

use ndarray::Array1;

/// θ after each gradient of one parameter, from θ = 1, with β₁ = 0.9 and β₂ = 0.99.
pub fn path(gradients: &Array1<f64>, rate: f64) -> Array1<f64> {
    let (beta1, beta2) = (0.9, 0.99);
    let (mut theta, mut m) = (1.0, 0.0);
    let mut after = Vec::new();
    for &gradient in gradients {
        let c: f64 = beta1 * m + (1.0 - beta1) * gradient;
        theta -= rate * if c == 0.0 { 0.0 } else { c.signum() };
        m = beta2 * m + (1.0 - beta2) * gradient;
        after.push(theta);
    }
    Array1::from(after)
}
