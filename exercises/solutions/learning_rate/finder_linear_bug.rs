//! By equal differences the second of a hundred rates from $10^{-6}$ to $1$ is $0.01$, so that
//! four decades are between two points, and 90 of the hundred are in the last decade. Equal
//! factors give each decade as many steps.

use ndarray::Array1;

/// The rates of a finder, with `steps` of at least 2.
pub fn rates(start: f64, end: f64, steps: usize) -> Array1<f64> {
    (0..steps)
        .map(|step| start * (end / start).powf(step as f64 / (steps - 1) as f64))
        .collect()
}
