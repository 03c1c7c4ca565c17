//! # The biases that never learn
//!
//! With this LAMB the weights of a network learn. Its biases, which start at zero like all
//! biases, are still zero after a day of training, to the last bit. There is no error, no NaN,
//! and the gradients of the biases are fine. Repair it.

use ndarray::{Array1, Array2};

/// θ after a step for each row of `gradients`, from `start`, without weight decay.
pub fn walk(start: &Array1<f64>, gradients: &Array2<f64>, rate: f64) -> Array1<f64> {
    let mut theta = start.clone();
    let (mut m, mut v) = (Array1::zeros(start.len()), Array1::zeros(start.len()));
    for (index, gradient) in gradients.rows().into_iter().enumerate() {
        let step = index as i32 + 1;
        m = m * 0.9 + &gradient * 0.1;
        v = v * 0.999 + &gradient * &gradient * (1.0 - 0.999);
        let (mean, square) = (1.0 - 0.9_f64.powi(step), 1.0 - 0.999_f64.powi(step));
        let root = (&v / square).mapv(f64::sqrt);
        let direction: Array1<f64> = &m / mean / (root + 1e-6);
        let weight = theta.dot(&theta).sqrt();
        let length = direction.dot(&direction).sqrt();
        let ratio = if length == 0.0 { 1.0 } else { weight / length };
        theta -= &(direction * (rate * ratio));
    }
    theta
}
