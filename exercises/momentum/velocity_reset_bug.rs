//! # The ball that never rolls
//!
//! A colleague trains in epochs of a few batches each, with momentum. "With $\beta = 0.9$ it
//! is hardly faster than without," she says, "and with one batch an epoch it is exactly as
//! slow." The step itself is right. What is wrong with the loop?
//!
//! The function takes the gradients of all batches of an epoch (on a plane, so that they do
//! not depend on $\theta$) and walks over them `epochs` times.

use ndarray::Array1;

/// θ after `epochs` passes over the gradients.
pub fn train(
    start: &Array1<f64>,
    gradients: &[Array1<f64>],
    epochs: usize,
    rate: f64,
    beta: f64,
) -> Array1<f64> {
    let mut theta = start.clone();
    for _ in 0..epochs {
        let mut velocity = Array1::zeros(theta.len());
        for gradient in gradients {
            velocity = beta * velocity + gradient;
            theta.scaled_add(-rate, &velocity);
        }
    }
    theta
}
