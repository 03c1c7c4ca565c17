use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: fn(f64, f64, f64, f64, f64) -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(2.0, 1.0, 3.0, 10.0, 0.05), (-1.0, 0.5, -2.0, 1.0, 0.1), (1.0, 0.0, 0.0, 4.0, 0.2)]
        .map(|(w, b, x, y, rate)| {
            let call = format!("step(w = {w}, b = {b}, x = {x}, y = {y}, rate = {rate})");
            Observation::of(call, || (answer.step)(w, b, x, y, rate))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "bias-from-the-new-weight" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "How many residuals does one step need?",
        "Write down which $w$ each line reads.",
    ],
    mistakes: &[
        Mistake {
            name: "bias-from-the-new-weight",
            answer: |_| Answer {
                step: |w, b, x, y, rate| {
                    let w = w - rate * 2.0 * (w * x + b - y) * x;
                    [w, b - rate * 2.0 * (w * x + b - y)]
                },
            },
            diagnosis: "The bias moves by a gradient at the new weight.",
            hint: "Compute the residual once.",
        },
        Mistake {
            name: "weight-from-the-new-bias",
            answer: |_| Answer {
                step: |w, b, x, y, rate| {
                    let b = b - rate * 2.0 * (w * x + b - y);
                    [w - rate * 2.0 * (w * x + b - y) * x, b]
                },
            },
            diagnosis: "Now the weight moves by a gradient at the new bias: the order \
                        changed, the fault did not.",
            hint: "Both have to read the old parameters.",
        },
        Mistake {
            name: "sign-reversed",
            answer: |_| Answer {
                step: |w, b, x, y, rate| {
                    let r = y - (w * x + b);
                    [w - rate * 2.0 * r * x, b - rate * 2.0 * r]
                },
            },
            diagnosis: "With the residual as y - ŷ the step goes uphill.",
            hint: "The gradient is 2 (ŷ - y) x; with y - ŷ it needs a minus sign.",
        },
        Mistake {
            name: "two-lost",
            answer: |_| Answer {
                step: |w, b, x, y, rate| {
                    let r = w * x + b - y;
                    [w - rate * r * x, b - rate * r]
                },
            },
            diagnosis: "Both parameters move at once now, but the factor 2 of the \
                        squared error got lost.",
            hint: "The derivative of r² is 2r.",
        },
        Mistake {
            name: "input-on-both",
            answer: |_| Answer {
                step: |w, b, x, y, rate| {
                    let r = w * x + b - y;
                    [w - rate * 2.0 * r * x, b - rate * 2.0 * r * x]
                },
            },
            diagnosis: "The bias has no factor x in its derivative.",
            hint: "∂ŷ/∂b = 1.",
        },
    ],
};
