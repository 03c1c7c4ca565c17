//! Nesterov momentum as a look-ahead on one parameter, with one thing wrong: what the
//! checks of its exercises look at answers with, and build their wrong answers from.

use crate::check::Mistake;
use crate::observation::Observation;

/// g as a function of θ.
pub type Gradient = fn(f64) -> f64;

/// θ and v after a step, from θ, v, the gradient, the rate and β.
pub type TakeStep = fn(f64, f64, Gradient, f64, f64) -> [f64; 2];

/// One step.
#[derive(Clone, Copy)]
pub struct Answer {
    pub step: TakeStep,
}

/// From rest and in motion, on a parabola and on a curve that is none.
pub fn observe(answer: &Answer) -> Vec<Observation> {
    let gradients: [(&str, Gradient); 2] =
        [("2θ", |theta| 2.0 * theta), ("θ³", |theta| theta * theta * theta)];
    let mut seen = Vec::new();
    for (name, gradient) in gradients {
        for (theta, velocity, rate) in
            [(1.0, 0.0, 0.1), (1.0, 3.0, 0.1), (-0.5, 2.0, 0.2)]
        {
            let call = format!(
                "step(theta = {theta}, velocity = {velocity}, gradient = {name}, \
                 rate = {rate})"
            );
            seen.push(Observation::of(call, || {
                (answer.step)(theta, velocity, gradient, rate, 0.8)
            }));
        }
    }
    seen
}

/// A step whose gradient is taken at θ + `share`·βv, and which starts at θ + `from`·βv.
fn step(
    (theta, velocity): (f64, f64),
    gradient: Gradient,
    (rate, beta): (f64, f64),
    (share, from): (f64, f64),
) -> [f64; 2] {
    let next = beta * velocity + gradient(theta + share * beta * velocity);
    [theta + from * beta * velocity - rate * next, next]
}

/// The gradient at θ − βv.
pub const NO_RATE: Mistake<Answer> = Mistake {
    name: "no-rate",
    answer: |_| Answer {
        step: |theta, velocity, gradient, rate, beta| {
            step((theta, velocity), gradient, (rate, beta), (-1.0, 0.0))
        },
    },
    diagnosis: "The gradient is taken at θ − βv, which is 1/η times too far \
                ahead.",
    hint: "A distance is ηv, not v.",
};

/// The gradient at θ + ηβv.
pub const LOOKS_BACK: Mistake<Answer> = Mistake {
    name: "looks-back",
    answer: |_| Answer {
        step: |theta, velocity, gradient, rate, beta| {
            step((theta, velocity), gradient, (rate, beta), (rate, 0.0))
        },
    },
    diagnosis: "The gradient is taken at θ + ηβv: behind, where the walk came \
                from.",
    hint: "The step is −ηv. Which sign leads ahead?",
};

/// The gradient at θ.
pub const LOOKS_HERE: Mistake<Answer> = Mistake {
    name: "looks-here",
    answer: |_| Answer {
        step: |theta, velocity, gradient, rate, beta| {
            step((theta, velocity), gradient, (rate, beta), (0.0, 0.0))
        },
    },
    diagnosis: "The gradient is taken at θ: this is momentum.",
    hint: "Look at θ − ηβv.",
};

/// The gradient at θ − ηv.
pub const WHOLE_STEP: Mistake<Answer> = Mistake {
    name: "whole-step",
    answer: |_| Answer {
        step: |theta, velocity, gradient, rate, beta| {
            step((theta, velocity), gradient, (rate, beta), (-rate / beta, 0.0))
        },
    },
    diagnosis: "The gradient is taken at θ − ηv, but friction takes its share \
                first: only βv is left for this step.",
    hint: "Put β into the point ahead.",
};

/// The step from the point ahead.
pub const MOVES_TWICE: Mistake<Answer> = Mistake {
    name: "moves-twice",
    answer: |_| Answer {
        step: |theta, velocity, gradient, rate, beta| {
            step((theta, velocity), gradient, (rate, beta), (-rate, -rate))
        },
    },
    diagnosis: "The step starts at the point ahead, and βv is applied twice.",
    hint: "The step starts at θ.",
};
