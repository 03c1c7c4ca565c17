//! At $t = 1$ forever, $\hat m$ is $m/0.1$ and $\hat v$ is $v/0.001$. Under a constant gradient
//! $m$ and $v$ fill up with $1 - \beta^t$, so that the step is
//! $\frac{1 - 0.9^t}{0.1} / \sqrt{\frac{1 - 0.999^t}{0.001}}$ rates: $10/\sqrt{95} = 1.03$ at
//! step 100, and a third in the end. At step 12 it was two rates long.

use ndarray::Array1;

/// θ after each step of rate `rate`, with β₁ = 0.9 and β₂ = 0.999, from θ = 1.
pub fn path(gradients: &Array1<f64>, rate: f64, epsilon: f64) -> Array1<f64> {
    let (mut theta, mut m, mut v): (f64, f64, f64) = (1.0, 0.0, 0.0);
    let mut after = Vec::new();
    for (index, &gradient) in gradients.iter().enumerate() {
        let step = index as i32 + 1;
        m = 0.9 * m + 0.1 * gradient;
        v = 0.999 * v + (1.0 - 0.999) * gradient * gradient;
        let (mean, square): (f64, f64) =
            (m / (1.0 - 0.9_f64.powi(step)), v / (1.0 - 0.999_f64.powi(step)));
        theta -= rate * mean / (square.sqrt() + epsilon);
        after.push(theta);
    }
    Array1::from(after)
}
