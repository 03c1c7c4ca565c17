use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::lion_paths::{Form, RIGHT, path};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub path: fn(&Array1<f64>, f64, f64) -> Array1<f64>,
}

/// Six gradients of 1 and ten of −1: long enough for every memory to turn.
fn reversal() -> Array1<f64> {
    Array1::from_shape_fn(16, |step| if step < 6 { 1.0 } else { -1.0 })
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // A reversal that both memories turn at, one that neither does, and zeros; no c is
    // within rounding of zero unless it is zero.
    [
        (array![4.0, 4.0, 4.0, -1.0, -1.0, 0.5, -3.0], 0.1, 0.5),
        (array![1.0, 1.0, 1.0, 1.0, -0.02, -0.3, -0.3, -0.3, -0.3], 0.25, 0.0),
        (array![0.0, 0.0, 2.0, 0.0, -0.1], 0.5, 0.2),
        (array![-0.3, 0.1, 0.1, -0.05], 0.1, 2.0),
        (reversal(), 0.1, 0.25),
    ]
    .map(|(gradients, rate, lambda)| {
        let label =
            format!("path(gradients = {gradients}, rate = {rate}, lambda = {lambda})");
        Observation::of(label, || (answer.path)(&gradients, rate, lambda))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Three lines in this order: c from the old m, the step from c, the new m.",
        "Each β is used once.",
        "What should a parameter do whose gradients have all been zero?",
    ],
    mistakes: &[
        Mistake {
            name: "betas-swapped",
            answer: |_| Answer {
                path: |g, r, l| {
                    path(Form { step_beta: 0.99, kept_beta: 0.9, ..RIGHT }, g, r, l)
                },
            },
            diagnosis: "The two betas have changed places: it remembers ten gradients and looks at the last one hardly at all.",
            hint: "0.9 makes the step, 0.99 what is remembered.",
        },
        Mistake {
            name: "momentum-first",
            answer: |_| Answer {
                path: |g, r, l| path(Form { momentum_first: true, ..RIGHT }, g, r, l),
            },
            diagnosis: "The step is the sign of the new momentum: this is sign descent with momentum.",
            hint: "Compute c from the old m with beta1, and renew m after.",
        },
        Mistake {
            name: "sign-of-zero",
            answer: |_| Answer {
                path: |g, r, l| path(Form { sign_of_zero: 1.0, ..RIGHT }, g, r, l),
            },
            diagnosis: "signum(0.0) is 1 in Rust: a parameter without gradient drifts.",
            hint: "Let the sign of zero be zero.",
        },
        Mistake {
            name: "decay-in-gradient",
            answer: |_| Answer {
                path: |g, r, l| path(Form { decay_in_gradient: true, ..RIGHT }, g, r, l),
            },
            diagnosis: "lambda * theta went into the gradient, where the sign swallows it.",
            hint: "Keep the decay beside the sign.",
        },
        Mistake {
            name: "one-beta",
            answer: |_| Answer {
                path: |g, r, l| path(Form { kept_beta: 0.9, ..RIGHT }, g, r, l),
            },
            diagnosis: "m is renewed with beta1 as well.",
            hint: "What is remembered has beta2 = 0.99.",
        },
    ],
};
