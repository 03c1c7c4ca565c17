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
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Keep $m$ and $v$ between the steps, both 0 at first, and compute $\\hat m$ and $\\hat v$ from them afresh.",
        "The first step has $t = 1$. Check: whatever the first gradient, the first step is about η long.",
        "`0.999_f64.powi(step)` is $\\beta_2^t$.",
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
            name: "epsilon-inside",
            answer: |_| Answer {
                path: |g, r, e| {
                    path(Form { epsilon_inside: true, ..RIGHT }, g, r, e, 0.0)
                },
            },
            diagnosis: "Epsilon is below the root, where it is a square of a gradient.",
            hint: "Add epsilon to the root, not to v.",
        },
        Mistake {
            name: "clock-stands",
            answer: |_| Answer {
                path: |g, r, e| path(Form { clock_runs: false, ..RIGHT }, g, r, e, 0.0),
            },
            diagnosis: "The step count never grows: every step is corrected as if it were the first.",
            hint: "t counts the steps, from 1.",
        },
        Mistake {
            name: "absolute-values",
            answer: |_| Answer {
                path: |g, r, e| path(Form { squares: false, ..RIGHT }, g, r, e, 0.0),
            },
            diagnosis: "v is a mean of |g|, not of its square.",
            hint: "v has the unit of a squared gradient; its root that of a gradient.",
        },
        Mistake {
            name: "not-averaged",
            answer: |_| Answer {
                path: |g, r, e| path(Form { averages: false, ..RIGHT }, g, r, e, 0.0),
            },
            diagnosis: "m lets in all of each gradient, not the share 1 - beta1.",
            hint: "m = 0.9 m + 0.1 g.",
        },
        Mistake {
            name: "uphill",
            answer: |_| Answer {
                path: |g, r, e| path(Form { sign: 1.0, ..RIGHT }, g, r, e, 0.0),
            },
            diagnosis: "The steps go uphill.",
            hint: "Subtract the step.",
        },
    ],
};
