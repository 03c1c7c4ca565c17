//! $\beta$ and $1 - \beta$ are swapped. With $\beta = 0.9$ the velocity kept a tenth of
//! itself: nearly plain gradient descent, which trains, so that nothing seems to be wrong.
//! A larger $\beta$ then forgets faster. Some papers do call the weight of the *new* gradient
//! $\beta$ or $\alpha$: read which one is meant, and test what a hyperparameter does when you
//! move it.

use ndarray::Array1;

/// The velocities after each of the gradients, from a velocity of zero.
pub fn velocities(gradients: &Array1<f64>, beta: f64) -> Array1<f64> {
    let mut velocity = 0.0;
    gradients.mapv(|gradient| {
        velocity = beta * velocity + (1.0 - beta) * gradient;
        velocity
    })
}
