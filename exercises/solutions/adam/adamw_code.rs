//! The decay is one line before the step. λ is in none of the moments, so a weight shrinks by
//! the share $\eta\lambda$, whatever its gradients are.

use ndarray::Array1;

/// θ after each step of AdamW, with β₁ = 0.9, β₂ = 0.999 and weight decay λ, from θ = 1.
pub fn path(
    gradients: &Array1<f64>,
    rate: f64,
    epsilon: f64,
    lambda: f64,
) -> Array1<f64> {
    let (mut theta, mut m, mut v): (f64, f64, f64) = (1.0, 0.0, 0.0);
    let mut after = Vec::new();
    for (index, &gradient) in gradients.iter().enumerate() {
        let step = index as i32 + 1;
        theta *= 1.0 - rate * lambda;
        m = 0.9 * m + 0.1 * gradient;
        v = 0.999 * v + (1.0 - 0.999) * gradient * gradient;
        let (mean, square): (f64, f64) =
            (m / (1.0 - 0.9_f64.powi(step)), v / (1.0 - 0.999_f64.powi(step)));
        theta -= rate * mean / (square.sqrt() + epsilon);
        after.push(theta);
    }
    Array1::from(after)
}
