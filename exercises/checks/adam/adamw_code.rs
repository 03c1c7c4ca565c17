use ndarray::Array1;

use crate::adam_paths::{Decay, Form, RIGHT, observe_path, path};
use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub path: fn(&Array1<f64>, f64, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    observe_path(|gradients, rate, epsilon| (answer.path)(gradients, rate, epsilon, 0.5))
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Start from your Adam of the exercise before; one line is new.",
        "The line stands before the step, and the gradient that goes into $m$ and $v$ is the one given.",
    ],
    mistakes: &[
        Mistake {
            name: "decay-in-gradient",
            answer: |_| Answer {
                path: |g, r, e, l| {
                    path(Form { decay: Decay::InGradient, ..RIGHT }, g, r, e, l)
                },
            },
            diagnosis: "lambda * theta is in the gradient: this is Adam with L2.",
            hint: "Leave the gradient alone, and shrink theta itself.",
        },
        Mistake {
            name: "decay-without-rate",
            answer: |_| Answer {
                path: |g, r, e, l| {
                    path(Form { decay: Decay::WithoutRate, ..RIGHT }, g, r, e, l)
                },
            },
            diagnosis: "theta shrinks by lambda a step, not by rate * lambda: the convention of the paper, without its schedule.",
            hint: "Multiply lambda by the rate.",
        },
        Mistake {
            name: "decay-after",
            answer: |_| Answer {
                path: |g, r, e, l| {
                    path(Form { decay: Decay::After, ..RIGHT }, g, r, e, l)
                },
            },
            diagnosis: "theta shrinks after the step, so that the step is decayed too.",
            hint: "Shrink first, then step.",
        },
        Mistake {
            name: "decay-twice",
            answer: |_| Answer {
                path: |g, r, e, l| {
                    path(Form { decay: Decay::Twice, ..RIGHT }, g, r, e, l)
                },
            },
            diagnosis: "The decay is beside the step and in the gradient as well.",
            hint: "Take it out of the gradient.",
        },
        Mistake {
            name: "no-correction",
            answer: |_| Answer {
                path: |g, r, e, l| {
                    path(
                        Form { mean_corrected: false, square_corrected: false, ..RIGHT },
                        g,
                        r,
                        e,
                        l,
                    )
                },
            },
            diagnosis: "Neither moment is corrected: the first steps are three and more rates long.",
            hint: "Divide m by 1 - beta1^t and v by 1 - beta2^t.",
        },
        Mistake {
            name: "epsilon-inside",
            answer: |_| Answer {
                path: |g, r, e, l| {
                    path(Form { epsilon_inside: true, ..RIGHT }, g, r, e, l)
                },
            },
            diagnosis: "Epsilon is below the root, where it is a square of a gradient.",
            hint: "Add epsilon to the root, not to v.",
        },
    ],
};
