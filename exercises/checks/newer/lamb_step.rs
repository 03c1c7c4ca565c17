use ndarray::{Array1, Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::lamb_walks::{Form, RIGHT, walk};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub walk: fn(&Array1<f64>, &Array2<f64>, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (array![3.0, 4.0], array![[0.5, -2.0]], 0.1, 0.0),
        (array![3.0, 4.0], array![[0.5, -2.0], [1.0, 1.0], [0.1, 3.0]], 0.1, 0.5),
        (array![0.0, 0.0, 0.0], array![[1.0, -2.0, 4.0], [1.0, 1.0, 1.0]], 0.1, 0.1),
        (array![1.0, 2.0], array![[1e-6, -2e-6]], 0.2, 0.0),
    ]
    .map(|(start, gradients, rate, decay)| {
        let steps = gradients.nrows();
        let label = format!(
            "walk(start = {start}, {steps} gradients, rate = {rate}, decay = {decay})"
        );
        Observation::of(label, || (answer.walk)(&start, &gradients, rate, decay))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Compute Adam's direction first, with both corrections, and without the rate.",
        "The decay is a part of the direction whose length is taken.",
        "A step from a θ that is not zero is $\\eta \\norm{\\theta}$ long: check that.",
    ],
    mistakes: &[
        Mistake {
            name: "inverted",
            answer: |_| Answer {
                walk: |s, g, r, d| walk(Form { inverted: true, ..RIGHT }, s, g, r, d),
            },
            diagnosis: "The ratio is upside down.",
            hint: "The length of theta is above, that of the direction below.",
        },
        Mistake {
            name: "no-exception",
            answer: |_| Answer {
                walk: |s, g, r, d| walk(Form { guarded: false, ..RIGHT }, s, g, r, d),
            },
            diagnosis: "A layer that starts at zero has a ratio of zero and stays there.",
            hint: "Where a length is zero the ratio is 1.",
        },
        Mistake {
            name: "decay-beside",
            answer: |_| Answer {
                walk: |s, g, r, d| {
                    walk(Form { decay_inside: false, ..RIGHT }, s, g, r, d)
                },
            },
            diagnosis: "The decay is beside the step, as in Keras; it should be in the direction whose length is taken.",
            hint: "Add w theta to Adam's direction first.",
        },
        Mistake {
            name: "length-of-the-gradient",
            answer: |_| Answer {
                walk: |s, g, r, d| walk(Form { by_gradient: true, ..RIGHT }, s, g, r, d),
            },
            diagnosis: "This divides by the length of the gradient, as LARS does.",
            hint: "LAMB divides by the length of Adam's direction.",
        },
        Mistake {
            name: "no-correction",
            answer: |_| Answer {
                walk: |s, g, r, d| walk(Form { corrected: false, ..RIGHT }, s, g, r, d),
            },
            diagnosis: "The moments are not corrected. Without decay their ratio is nearly lost in the length, but not with it.",
            hint: "Divide m by 1 - 0.9^t and v by 1 - 0.999^t.",
        },
    ],
};
