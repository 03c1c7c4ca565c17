//! The velocity is created inside the loop over epochs, so each epoch starts from rest: with
//! one batch an epoch nothing is ever remembered. What an optimizer remembers must live as
//! long as the parameters. The same fault comes as a new optimizer for each epoch, or as a
//! checkpoint that holds the parameters and not the optimizer's state.

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
    let mut velocity = Array1::zeros(theta.len());
    for _ in 0..epochs {
        for gradient in gradients {
            velocity = beta * velocity + gradient;
            theta.scaled_add(-rate, &velocity);
        }
    }
    theta
}
