//! Two lines: the velocity first, and then the step along the new one. In this form $\eta$
//! is not in the velocity, so a schedule acts on the whole step at once.

use ndarray::Array1;

/// One step. All three arrays have the same length.
pub fn step(
    theta: &mut Array1<f64>,
    velocity: &mut Array1<f64>,
    gradient: &Array1<f64>,
    rate: f64,
    beta: f64,
) {
    *velocity = beta * &*velocity + gradient;
    theta.scaled_add(-rate, velocity);
}
