use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rates: fn(f64, f64, usize) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.01, 1.0, 5), (0.1, 0.4, 3), (2.0, 16.0, 4), (0.5, 1.0, 2)]
        .map(|(start, end, steps)| {
            let label = format!("rates(start = {start}, end = {end}, steps = {steps})");
            Observation::of(label, || (answer.rates)(start, end, steps))
        })
        .into()
}

fn powers(start: f64, factor: f64, steps: usize) -> Array1<f64> {
    (0..steps).map(|step| start * factor.powf(step as f64)).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "linear" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Print the first three rates from $10^{-6}$ to $1$ in a hundred steps.",
        "The horizontal axis is logarithmic: what should be equal between two points?",
        "Three rates from $0.1$ to $0.4$ are $0.1$, $0.2$, $0.4$.",
    ],
    mistakes: &[
        Mistake {
            name: "linear",
            answer: |_| Answer {
                rates: |start, end, steps| {
                    let width = (end - start) / (steps - 1) as f64;
                    (0..steps).map(|step| start + width * step as f64).collect()
                },
            },
            diagnosis: "The rates rise by equal differences.",
            hint: "Multiply by the same factor from one to the next.",
        },
        Mistake {
            name: "one-step-short",
            answer: |_| Answer {
                rates: |start, end, steps| {
                    powers(start, (end / start).powf(1.0 / steps as f64), steps)
                },
            },
            diagnosis: "The last rate is not the end.",
            hint: "Between so many rates there is one step less.",
        },
        Mistake {
            name: "decades-of-ten",
            answer: |_| Answer { rates: |start, _, steps| powers(start, 10.0, steps) },
            diagnosis: "Every step is a decade, whatever the end and the number of steps.",
            hint: "The factor follows from start, end and steps.",
        },
        Mistake {
            name: "linear-in-the-exponent-of-e",
            answer: |_| Answer {
                rates: |start, end, steps| {
                    let width = (end - start) / (steps - 1) as f64;
                    (0..steps).map(|step| start * (width * step as f64).exp()).collect()
                },
            },
            diagnosis: "The exponent is a difference of rates, and should be one of their logarithms.",
            hint: "The last exponent has to be ln(end / start).",
        },
    ],
};
