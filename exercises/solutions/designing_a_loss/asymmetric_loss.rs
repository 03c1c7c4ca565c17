//! The price $p$ depends on the residual, but it is constant on either side of zero, so
//! its derivative is zero there; and at $r = 0$ both branches have the slope 0. What
//! remains is the derivative of the square, times the price, over $n$.

use ndarray::Array1;

/// The mean expectile loss. Both arrays have the same length, which is not zero.
pub fn value(prediction: &Array1<f64>, target: &Array1<f64>, tau: f64) -> f64 {
    let losses = (prediction - target).mapv(|r| price(r, tau) * r * r);
    losses.sum() / losses.len() as f64
}

/// The gradient of [`value`] with respect to `prediction`.
pub fn gradient(prediction: &Array1<f64>, target: &Array1<f64>, tau: f64) -> Array1<f64> {
    let n = prediction.len() as f64;
    (prediction - target).mapv(|r| 2.0 * price(r, tau) * r / n)
}

fn price(r: f64, tau: f64) -> f64 {
    if r < 0.0 { tau } else { 1.0 - tau }
}
