use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(f64, f64, usize, bool, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (10, false, 0),
        (10, false, 5),
        (10, false, 25),
        (10, true, 9),
        (10, true, 10),
        (10, true, 28),
    ]
    .map(|(steps, staircase, step)| {
        let label = format!(
            "rate(0.8, 0.5, steps = {steps}, staircase = {staircase}, step = {step})"
        );
        Observation::of(label, || (answer.rate)(0.8, 0.5, steps, staircase, step))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "always-a-staircase" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "What is `5 / 10` in Rust? What is `5.0 / 10.0`?",
        "Where is the exponent rounded for the first time?",
    ],
    mistakes: &[
        Mistake {
            name: "always-a-staircase",
            answer: |_| Answer { rate: |i, d, s, _, t| i * d.powi((t / s) as i32) },
            diagnosis: "The division of whole numbers rounds down, with and without the switch.",
            hint: "Convert to f64 before the division.",
        },
        Mistake {
            name: "never-a-staircase",
            answer: |_| Answer { rate: |i, d, s, _, t| i * d.powf(t as f64 / s as f64) },
            diagnosis: "Now there is no staircase where there should be one.",
            hint: "Keep `floor` for the switch.",
        },
        Mistake {
            name: "switch-reversed",
            answer: |_| Answer {
                rate: |i, d, s, staircase, t| {
                    let exponent = t as f64 / s as f64;
                    i * d.powf(if staircase { exponent } else { exponent.floor() })
                },
            },
            diagnosis: "The switch is the wrong way around.",
            hint: "Round down if `staircase` is true.",
        },
        Mistake {
            name: "rounded-to-the-nearest",
            answer: |_| Answer {
                rate: |i, d, s, staircase, t| {
                    let exponent = t as f64 / s as f64;
                    i * d.powf(if staircase { exponent.round() } else { exponent })
                },
            },
            diagnosis: "The exponent is rounded to the nearest: the cuts come half a stage \
                        early.",
            hint: "Round down.",
        },
    ],
};
