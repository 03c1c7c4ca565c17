//! The rate is inside the velocity: what was decided under an earlier λ is kept as it was.
//! Dividing by $\norm{g}$ takes the unit of the loss out of the step, and multiplying by
//! $\norm{\theta}$ puts that of the parameters in. Without the exception a layer of zeros would
//! have $\lambda = 0$, and never move.

use ndarray::{Array1, Array2};

/// λ, the layer's own rate.
pub fn local_rate(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    trust: f64,
    decay: f64,
) -> f64 {
    let (weight, slope) = (theta.dot(theta).sqrt(), gradient.dot(gradient).sqrt());
    if weight == 0.0 || slope == 0.0 {
        return 1.0;
    }
    trust * weight / (slope + decay * weight)
}

/// θ after a step for each row of `gradients`, from `start`.
pub fn walk(
    start: &Array1<f64>,
    gradients: &Array2<f64>,
    rate: f64,
    trust: f64,
    decay: f64,
) -> Array1<f64> {
    let (mut theta, mut velocity) = (start.clone(), Array1::zeros(start.len()));
    for gradient in gradients.rows() {
        let gradient = gradient.to_owned();
        let own = rate * local_rate(&theta, &gradient, trust, decay);
        velocity = velocity * 0.9 + (gradient + &theta * decay) * own;
        theta -= &velocity;
    }
    theta
}
