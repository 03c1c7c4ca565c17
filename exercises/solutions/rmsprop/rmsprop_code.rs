//! One loop for both; they differ in what stands below the root. The variance is
//! non-negative by the inequality of Cauchy and Schwarz, but its two terms are rounded
//! one by one, so `max(0.0)` belongs to the formula. On a constant gradient both agree to
//! the last digits, and the step becomes $\eta g/\varepsilon$.

use ndarray::Array1;

/// θ after each gradient.
pub fn path(
    start: f64,
    gradients: &Array1<f64>,
    rate: f64,
    rho: f64,
    epsilon: f64,
) -> Array1<f64> {
    walk(start, gradients, rate, rho, epsilon, |v, _| v)
}

/// The same, centered.
pub fn centered(
    start: f64,
    gradients: &Array1<f64>,
    rate: f64,
    rho: f64,
    epsilon: f64,
) -> Array1<f64> {
    walk(start, gradients, rate, rho, epsilon, |v, a| (v - a * a).max(0.0))
}

fn walk(
    start: f64,
    gradients: &Array1<f64>,
    rate: f64,
    rho: f64,
    epsilon: f64,
    square: impl Fn(f64, f64) -> f64,
) -> Array1<f64> {
    let (mut theta, mut v, mut a) = (start, 0.0, 0.0);
    gradients.mapv(|g| {
        v = rho * v + (1.0 - rho) * g * g;
        a = rho * a + (1.0 - rho) * g;
        theta -= rate * g / (square(v, a).sqrt() + epsilon);
        theta
    })
}
