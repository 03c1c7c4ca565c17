//! The path of one parameter under Adam with one thing wrong: what the checks of Adam's
//! exercises look at answers with, and build their wrong answers from.

use ndarray::{Array1, array};

use crate::check::Mistake;
use crate::observation::Observation;

/// The parameter after each gradient, given the rate and epsilon.
#[derive(Clone, Copy)]
pub struct Answer {
    pub path: fn(&Array1<f64>, f64, f64) -> Array1<f64>,
}

/// The paths of an answer.
pub fn observe(answer: &Answer) -> Vec<Observation> {
    observe_path(answer.path)
}

/// The paths on large and small gradients, of both signs, with an epsilon that counts and
/// one that does not.
pub fn observe_path(
    path: impl Fn(&Array1<f64>, f64, f64) -> Array1<f64>,
) -> Vec<Observation> {
    [
        (array![2.0, 2.0, -1.0, 0.5, 3.0], 0.1, 0.01),
        (array![-0.01, 0.03, 0.02, -0.04], 0.2, 0.02),
        (array![100.0, -50.0, 80.0], 0.05, 1e-8),
    ]
    .map(|(gradients, rate, epsilon)| {
        let label =
            format!("path(gradients = {gradients}, rate = {rate}, epsilon = {epsilon})");
        Observation::of(label, || path(&gradients, rate, epsilon))
    })
    .into()
}

/// The answer that computes a form without decay.
macro_rules! of_form {
    ($($field:ident: $value:expr),+) => {
        |_| $crate::adam_paths::Answer {
            path: |gradients, rate, epsilon| {
                let form = $crate::adam_paths::Form {
                    $($field: $value,)+
                    ..$crate::adam_paths::RIGHT
                };
                $crate::adam_paths::path(form, gradients, rate, epsilon, 0.0)
            },
        }
    };
}
pub(crate) use of_form;

/// Both corrections are missing.
pub const NO_CORRECTION: Mistake<Answer> = Mistake {
    name: "no-correction",
    answer: of_form!(mean_corrected: false, square_corrected: false),
    diagnosis: "Neither moment is corrected: the first steps are three and more rates long.",
    hint: "Divide m by 1 - beta1^t and v by 1 - beta2^t.",
};

/// Only v is corrected.
pub const MEAN_NOT_CORRECTED: Mistake<Answer> = Mistake {
    name: "mean-not-corrected",
    answer: of_form!(mean_corrected: false),
    diagnosis: "v is corrected and m is not: the first step is a tenth of the rate.",
    hint: "m starts at zero as well: divide it by 1 - beta1^t.",
};

/// Only m is corrected.
pub const SQUARE_NOT_CORRECTED: Mistake<Answer> = Mistake {
    name: "square-not-corrected",
    answer: of_form!(square_corrected: false),
    diagnosis: "m is corrected and v is not: the first step is 32 rates long.",
    hint: "Divide v by 1 - beta2^t, inside the root.",
};

/// Epsilon below the root.
pub const EPSILON_INSIDE: Mistake<Answer> = Mistake {
    name: "epsilon-inside",
    answer: of_form!(epsilon_inside: true),
    diagnosis: "Epsilon is below the root, where it is a square of a gradient.",
    hint: "Add epsilon to the root, not to v.",
};

/// t is 1 forever.
pub const CLOCK_STANDS: Mistake<Answer> = Mistake {
    name: "clock-stands",
    answer: of_form!(clock_runs: false),
    diagnosis: "The step count never grows: every step is corrected as if it were the first.",
    hint: "t counts the steps, from 1.",
};

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
