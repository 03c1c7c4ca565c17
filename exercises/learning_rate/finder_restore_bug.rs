//! # The model that was ruined before it was trained
//!
//! The finder works and suggests a sensible rate. Trained at this rate, the model starts at a
//! loss a thousand times that of a fresh one, or at NaN. Without the finder it trains well.
//!
//! Here the model is the parabola $L(\theta) = \frac12 \lambda \theta^2$ in each coordinate. The
//! finder gives the loss before each step, and must leave θ as it found it.
//!
//! Repair it.

use ndarray::Array1;

/// The loss before each step of gradient descent at these rates, one step at each.
pub fn search(
    theta: &mut Array1<f64>,
    curvature: f64,
    rates: &Array1<f64>,
) -> Array1<f64> {
    let mut losses = Vec::new();
    for &rate in rates {
        losses.push(0.5 * curvature * theta.dot(theta));
        let gradient = curvature * &*theta;
        theta.scaled_add(-rate, &gradient);
    }
    Array1::from(losses)
}
