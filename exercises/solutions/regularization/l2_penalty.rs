//! The half is there so that the gradient is $\lambda w_j$, without a factor 2: a step of
//! gradient descent on the penalty alone multiplies each weight by $1 - \eta\lambda$, which
//! is what weight decay means. The bias does not enter the value, so its entry of the
//! gradient is zero, and nothing pulls it toward zero.

use ndarray::{Array1, s};

/// The penalty. There is at least a bias.
pub fn value(theta: &Array1<f64>, lambda: f64) -> f64 {
    let weights = theta.slice(s![..-1]);
    0.5 * lambda * weights.dot(&weights)
}

/// The gradient of [`value`] with respect to `theta`.
pub fn gradient(theta: &Array1<f64>, lambda: f64) -> Array1<f64> {
    let mut gradient = theta * lambda;
    gradient[theta.len() - 1] = 0.0;
    gradient
}
