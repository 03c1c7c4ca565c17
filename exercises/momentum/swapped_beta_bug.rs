//! # Nine parts of what?
//!
//! This is meant to be momentum as a moving average,
//! $v \leftarrow \beta v + (1 - \beta) g$, and it trains. But changing $\beta$ from $0.9$
//! to $0.99$, which should smooth the walk, makes it rougher. Find the fault.

use ndarray::Array1;

/// The velocities after each of the gradients, from a velocity of zero.
pub fn velocities(gradients: &Array1<f64>, beta: f64) -> Array1<f64> {
    let mut velocity = 0.0;
    gradients.mapv(|gradient| {
        velocity = (1.0 - beta) * velocity + beta * gradient;
        velocity
    })
}
