use ndarray::{Array1, array};

use crate::adam_paths::{Form, RIGHT, path};
use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub path: fn(&Array1<f64>, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Large and small gradients, of both signs; an epsilon that counts, and one that does
    // not.
    [
        (array![2.0, 2.0, -1.0, 0.5, 3.0], 0.1, 0.01),
        (array![-0.01, 0.03, 0.02, -0.04], 0.2, 0.02),
        (array![100.0, -50.0, 80.0], 0.05, 1e-8),
    ]
    .map(|(gradients, rate, epsilon)| {
        let label =
            format!("path(gradients = {gradients}, rate = {rate}, epsilon = {epsilon})");
        Observation::of(label, || (answer.path)(&gradients, rate, epsilon))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "no-correction" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work out the first step by hand for a gradient of $2$: it should be about η.",
        "Compare the code with the formula, one symbol after the other.",
    ],
    mistakes: &[
        Mistake {
            name: "no-correction",
            answer: |_| Answer {
                path: |g, r, e| {
                    path(
                        Form { mean_corrected: false, square_corrected: false, ..RIGHT },
                        g,
                        r,
                        e,
                        0.0,
                    )
                },
            },
            diagnosis: "Neither moment is corrected: the first steps are three and more rates long.",
            hint: "Divide m by 1 - beta1^t and v by 1 - beta2^t.",
        },
        Mistake {
            name: "mean-not-corrected",
            answer: |_| Answer {
                path: |g, r, e| {
                    path(Form { mean_corrected: false, ..RIGHT }, g, r, e, 0.0)
                },
            },
            diagnosis: "v is corrected and m is not: the first step is a tenth of the rate.",
            hint: "m starts at zero as well: divide it by 1 - beta1^t.",
        },
        Mistake {
            name: "square-not-corrected",
            answer: |_| Answer {
                path: |g, r, e| {
                    path(Form { square_corrected: false, ..RIGHT }, g, r, e, 0.0)
                },
            },
            diagnosis: "m is corrected and v is not: the first step is 32 rates long.",
            hint: "Divide v by 1 - beta2^t, inside the root.",
        },
        Mistake {
            name: "clock-stands",
            answer: |_| Answer {
                path: |g, r, e| path(Form { clock_runs: false, ..RIGHT }, g, r, e, 0.0),
            },
            diagnosis: "The step count never grows: every step is corrected as if it were the first.",
            hint: "t counts the steps, from 1.",
        },
    ],
};
