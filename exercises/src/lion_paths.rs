//! The path of one parameter under Lion with one thing wrong: what the checks of Lion's
//! exercises build their wrong answers with.

use ndarray::Array1;

/// Lion, with each of its parts right or wrong.
#[derive(Clone, Copy)]
pub struct Form {
    /// The share of the momentum in the step.
    pub step_beta: f64,
    /// The share of the momentum that is kept.
    pub kept_beta: f64,
    /// Whether the momentum is renewed before the step, and the step is its sign.
    pub momentum_first: bool,
    /// The sign of zero.
    pub sign_of_zero: f64,
    /// Whether lambda * theta is in the gradient.
    pub decay_in_gradient: bool,
}

/// Lion as it is.
pub const RIGHT: Form = Form {
    step_beta: 0.9,
    kept_beta: 0.99,
    momentum_first: false,
    sign_of_zero: 0.0,
    decay_in_gradient: false,
};

/// The parameter after each gradient, from 1.
pub fn path(form: Form, gradients: &Array1<f64>, rate: f64, lambda: f64) -> Array1<f64> {
    let (mut theta, mut m) = (1.0, 0.0);
    let mut after = Vec::new();
    for &gradient in gradients {
        let coupled = form.decay_in_gradient;
        let gradient = if coupled { gradient + lambda * theta } else { gradient };
        let kept = form.kept_beta * m + (1.0 - form.kept_beta) * gradient;
        let c: f64 = if form.momentum_first {
            kept
        } else {
            form.step_beta * m + (1.0 - form.step_beta) * gradient
        };
        let sign = if c == 0.0 { form.sign_of_zero } else { c.signum() };
        let decay = if coupled { 0.0 } else { lambda };
        theta -= rate * (sign + decay * theta);
        m = kept;
        after.push(theta);
    }
    Array1::from(after)
}
