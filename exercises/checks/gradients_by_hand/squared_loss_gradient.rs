use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// A function of w, b, x and y.
type Of<T> = fn(&Array1<f64>, f64, &Array1<f64>, f64) -> T;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: Of<f64>,
    pub gradient: Of<Array1<f64>>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let samples = [
        (array![1.0], 0.0, array![2.0], 5.0),
        (array![0.5, -1.0], 2.0, array![3.0, 1.0], -1.0),
        (array![1.0, 2.0, 3.0], -1.0, array![0.5, -0.25, 0.0], 0.25),
    ];
    let mut seen = Vec::new();
    for (w, b, x, y) in &samples {
        let label = format!("value(w = {w}, b = {b}, x = {x}, y = {y})");
        seen.push(Observation::of(label, || (answer.value)(w, *b, x, *y)));
    }
    for (w, b, x, y) in &samples {
        let label = format!("gradient(w = {w}, b = {b}, x = {x}, y = {y})");
        seen.push(Observation::of(label, || (answer.gradient)(w, *b, x, *y)));
    }
    seen
}

fn residual(w: &Array1<f64>, b: f64, x: &Array1<f64>, y: f64) -> f64 {
    w.dot(x) + b - y
}

/// (slope · x, slope).
fn spread(slope: f64, x: &Array1<f64>) -> Array1<f64> {
    x.iter().map(|x| slope * x).chain([slope]).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Compute the residual first; both functions need it.",
        "$\\partial L/\\partial w_i = 2 r x_i$, and the bias has an input of 1.",
    ],
    mistakes: &[
        Mistake {
            name: "half",
            answer: |right| Answer {
                value: |w, b, x, y| 0.5 * residual(w, b, x, y).powi(2),
                ..right
            },
            diagnosis: "The value is half of the squared residual.",
            hint: "L = r².",
        },
        Mistake {
            name: "bias-left-out",
            answer: |right| Answer {
                value: |w, _, x, y| residual(w, 0.0, x, y).powi(2),
                ..right
            },
            diagnosis: "The prediction has no bias.",
            hint: "ŷ = w·x + b.",
        },
        Mistake {
            name: "without-two",
            answer: |right| Answer {
                gradient: |w, b, x, y| spread(residual(w, b, x, y), x),
                ..right
            },
            diagnosis: "The slope of r² was taken as r.",
            hint: "It is 2r.",
        },
        Mistake {
            name: "uphill",
            answer: |right| Answer {
                gradient: |w, b, x, y| spread(-2.0 * residual(w, b, x, y), x),
                ..right
            },
            diagnosis: "The sign is reversed: this is the direction of a step, and not \
                        the gradient.",
            hint: "r = ŷ - y.",
        },
        Mistake {
            name: "weights-only",
            answer: |right| Answer {
                gradient: |w, b, x, y| x * (2.0 * residual(w, b, x, y)),
                ..right
            },
            diagnosis: "The slope of the bias is missing.",
            hint: "Append 2r.",
        },
        Mistake {
            name: "input-left-out",
            answer: |right| Answer {
                gradient: |w, b, x, y| {
                    Array1::from_elem(x.len() + 1, 2.0 * residual(w, b, x, y))
                },
                ..right
            },
            diagnosis: "Every weight has the slope of the bias.",
            hint: "Multiply by the input of the weight.",
        },
    ],
};
