//! The path of one parameter under Adam with one thing wrong: what the checks of Adam's
//! exercises build their wrong answers with.

use ndarray::Array1;

/// Adam, with each of its parts right or wrong.
#[derive(Clone, Copy)]
pub struct Form {
    /// Whether m is divided by 1 - beta1^t.
    pub mean_corrected: bool,
    /// Whether v is divided by 1 - beta2^t.
    pub square_corrected: bool,
    /// Whether epsilon is added below the root.
    pub epsilon_inside: bool,
    /// Whether t grows.
    pub clock_runs: bool,
    /// Whether v is a mean of g^2; of |g| otherwise.
    pub squares: bool,
    /// Whether m lets in 1 - beta1 of a gradient; all of it otherwise.
    pub averages: bool,
    /// -1 downhill, 1 uphill.
    pub sign: f64,
    /// Where the decay is.
    pub decay: Decay,
}

/// A place for the decay.
#[derive(Clone, Copy, PartialEq)]
pub enum Decay {
    /// theta shrinks by rate * lambda before the step.
    Beside,
    /// lambda * theta is in the gradient.
    InGradient,
    /// theta shrinks by lambda.
    WithoutRate,
    /// theta shrinks by rate * lambda after the step.
    After,
    /// theta shrinks by rate * lambda, and lambda * theta is in the gradient.
    Twice,
}

/// Adam as it is.
pub const RIGHT: Form = Form {
    mean_corrected: true,
    square_corrected: true,
    epsilon_inside: false,
    clock_runs: true,
    squares: true,
    averages: true,
    sign: -1.0,
    decay: Decay::Beside,
};

/// The parameter after each gradient, from 1, with beta1 = 0.9 and beta2 = 0.999.
pub fn path(
    form: Form,
    gradients: &Array1<f64>,
    rate: f64,
    epsilon: f64,
    lambda: f64,
) -> Array1<f64> {
    let (mut theta, mut m, mut v): (f64, f64, f64) = (1.0, 0.0, 0.0);
    let mut step = 1;
    let mut after = Vec::new();
    for &gradient in gradients {
        let coupled = matches!(form.decay, Decay::InGradient | Decay::Twice);
        let gradient = if coupled { gradient + lambda * theta } else { gradient };
        match form.decay {
            Decay::Beside | Decay::Twice => theta *= 1.0 - rate * lambda,
            Decay::WithoutRate => theta *= 1.0 - lambda,
            Decay::InGradient | Decay::After => {}
        }
        m = 0.9 * m + if form.averages { 0.1 * gradient } else { gradient };
        let size = if form.squares { gradient * gradient } else { gradient.abs() };
        v = 0.999 * v + (1.0 - 0.999) * size;
        let mean = if form.mean_corrected { m / (1.0 - 0.9_f64.powi(step)) } else { m };
        let square =
            if form.square_corrected { v / (1.0 - 0.999_f64.powi(step)) } else { v };
        let scale = if form.epsilon_inside {
            (square + epsilon).sqrt()
        } else {
            square.sqrt() + epsilon
        };
        theta += form.sign * rate * mean / scale;
        if form.decay == Decay::After {
            theta *= 1.0 - rate * lambda;
        }
        if form.clock_runs {
            step += 1;
        }
        after.push(theta);
    }
    Array1::from(after)
}
