//! Under a constant gradient, without the corrections, the first step is
//! $(1-\beta_1)/\sqrt{1-\beta_2} = 3.2$ rates long and the twelfth $6.6$. Correcting $m$
//! alone is worse than none: the first step is then $1/\sqrt{1-\beta_2} = 32$ rates long.
//! Correcting $v$ alone only makes the first steps short.

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
