//! The walk of a layer under LAMB with one thing wrong: what the checks of LAMB's
//! exercises build their wrong answers with.

use ndarray::{Array1, Array2};

/// LAMB, with each of its parts right or wrong.
#[derive(Clone, Copy)]
pub struct Form {
    /// Whether the ratio is upside down.
    pub inverted: bool,
    /// Whether the ratio is 1 where a length is zero.
    pub guarded: bool,
    /// Whether the decay is a part of the direction; beside the step otherwise.
    pub decay_inside: bool,
    /// Whether the length below is that of the gradient.
    pub by_gradient: bool,
    /// Whether the moments are corrected.
    pub corrected: bool,
}

/// LAMB as it is.
pub const RIGHT: Form = Form {
    inverted: false,
    guarded: true,
    decay_inside: true,
    by_gradient: false,
    corrected: true,
};

fn norm(vector: &Array1<f64>) -> f64 {
    vector.dot(vector).sqrt()
}

/// theta after a step for each row, with beta1 = 0.9, beta2 = 0.999, epsilon = 1e-6.
pub fn walk(
    form: Form,
    start: &Array1<f64>,
    gradients: &Array2<f64>,
    rate: f64,
    decay: f64,
) -> Array1<f64> {
    let mut theta = start.clone();
    let (mut m, mut v) = (Array1::zeros(start.len()), Array1::zeros(start.len()));
    for (index, gradient) in gradients.rows().into_iter().enumerate() {
        let gradient = gradient.to_owned();
        let step = index as i32 + 1;
        m = m * 0.9 + &gradient * 0.1;
        v = v * 0.999 + &gradient * &gradient * (1.0 - 0.999);
        let correction =
            |beta: f64| if form.corrected { 1.0 - beta.powi(step) } else { 1.0 };
        let root = (&v / correction(0.999)).mapv(f64::sqrt);
        let mut direction = &m / correction(0.9) / (root + 1e-6);
        if form.decay_inside {
            direction.scaled_add(decay, &theta);
        }
        let weight = norm(&theta);
        let length = norm(if form.by_gradient { &gradient } else { &direction });
        let ratio = match (form.inverted, weight == 0.0 || length == 0.0) {
            (_, true) if form.guarded => 1.0,
            // A length of zero leaves zero, not a number that is none.
            (_, true) => 0.0,
            (true, _) => length / weight,
            (false, _) => weight / length,
        };
        if !form.decay_inside {
            theta *= 1.0 - rate * decay;
        }
        theta.scaled_add(-rate * ratio, &direction);
    }
    theta
}
