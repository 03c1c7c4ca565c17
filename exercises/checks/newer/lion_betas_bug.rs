use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::lion_paths::{Form, RIGHT, path};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub path: fn(&Array1<f64>, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (array![4.0, 4.0, 4.0, -1.0, -1.5, 0.5, -3.0], 0.1),
        (array![1.0, 1.0, 1.0, 1.0, -0.02, -0.3, -0.3, -0.3, -0.3], 0.25),
        (array![0.0, 2.0, 0.0, -0.1, -0.4], 0.5),
        (Array1::from_shape_fn(16, |step| if step < 6 { 1.0 } else { -1.0 }), 0.1),
    ]
    .map(|(gradients, rate)| {
        let label = format!("path(gradients = {gradients}, rate = {rate})");
        Observation::of(label, || (answer.path)(&gradients, rate))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "betas-swapped" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "After many gradients of $1$, how large must one of the other sign be to turn the step?",
        "Which share does the fresh gradient have in $c$?",
    ],
    mistakes: &[
        Mistake {
            name: "betas-swapped",
            answer: |_| Answer {
                path: |g, r| {
                    path(Form { step_beta: 0.99, kept_beta: 0.9, ..RIGHT }, g, r, 0.0)
                },
            },
            diagnosis: "The betas have changed places.",
            hint: "beta1 makes the step, beta2 what is remembered.",
        },
        Mistake {
            name: "both-short",
            answer: |_| Answer {
                path: |g, r| path(Form { kept_beta: 0.9, ..RIGHT }, g, r, 0.0),
            },
            diagnosis: "Now both are 0.9: the memory is short as well.",
            hint: "m is renewed with beta2.",
        },
        Mistake {
            name: "both-long",
            answer: |_| Answer {
                path: |g, r| path(Form { step_beta: 0.99, ..RIGHT }, g, r, 0.0),
            },
            diagnosis: "Now both are 0.99: the step is still sluggish.",
            hint: "The step is made with beta1.",
        },
        Mistake {
            name: "memory-lost",
            answer: |_| Answer {
                path: |g, r| path(Form { step_beta: 0.0, ..RIGHT }, g, r, 0.0),
            },
            diagnosis: "The step is the sign of the gradient alone.",
            hint: "Nine tenths of c come from m.",
        },
    ],
};
