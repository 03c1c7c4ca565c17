use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: fn([f64; 2], f64, f64, f64) -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.0, 0.0, 1.0, 1.0, 0.5), (1.0, -1.0, 2.0, 0.0, 0.2), (0.5, 0.2, -1.5, 1.0, 0.1)]
        .map(|(w, b, x, y, rate)| {
            let call =
                format!("step(theta = [{w}, {b}], x = {x}, y = {y}, rate = {rate})");
            Observation::of(call, || (answer.step)([w, b], x, y, rate))
        })
        .into()
}

fn residual([w, b]: [f64; 2], x: f64, y: f64) -> f64 {
    1.0 / (1.0 + (-(w * x + b)).exp()) - y
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "uphill" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Take w = b = 0, x = y = 1: p is a half. Should w grow or shrink?",
        "Is the gradient wrong, or what is done with it?",
    ],
    mistakes: &[
        Mistake {
            name: "uphill",
            answer: |_| Answer {
                step: |[w, b], x, y, rate| {
                    let r = residual([w, b], x, y);
                    [w + rate * r * x, b + rate * r]
                },
            },
            diagnosis: "The step follows the gradient, uphill.",
            hint: "Subtract.",
        },
        Mistake {
            name: "bias-still-uphill",
            answer: |_| Answer {
                step: |[w, b], x, y, rate| {
                    let r = residual([w, b], x, y);
                    [w - rate * r * x, b + rate * r]
                },
            },
            diagnosis: "The weight goes downhill now, the bias does not.",
            hint: "Both are parameters.",
        },
        Mistake {
            name: "sign-of-the-input",
            answer: |_| Answer {
                step: |[w, b], x, y, rate| {
                    let r = residual([w, b], x, y);
                    [w - rate * r * x.abs(), b - rate * r]
                },
            },
            diagnosis: "The size of x is not x: for a negative x the weight goes uphill.",
            hint: "Keep the gradient as it was, and subtract it.",
        },
    ],
};
