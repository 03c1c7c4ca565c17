use std::f64::consts::PI;

use ndarray::Array1;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rates: fn(usize, usize) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(4, 5), (16, 4), (12, 3)]
        .map(|(steps, first)| {
            let label = format!("rates(steps = {steps}, first = {first})");
            Observation::of(label, || (answer.rates)(steps, first))
        })
        .into()
}

/// The loop with its parts: whether the clock is reset and to what, whether cycles grow.
fn run(steps: usize, first: usize, reset: Option<usize>, growth: usize) -> Array1<f64> {
    let (mut into, mut length) = (0, first);
    let mut rates = Vec::new();
    for _ in 0..steps {
        let share = into as f64 / length as f64;
        rates.push((1.0 + (PI * share).cos()) / 2.0);
        into += 1;
        if into == length {
            into = reset.unwrap_or(into);
            length *= growth;
        }
    }
    Array1::from(rates)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "clock-not-reset" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Follow `into` and `length` through twelve steps with `first = 3`.",
        "Which of the two does a restart change, and which should it change?",
    ],
    mistakes: &[
        Mistake {
            name: "clock-not-reset",
            answer: |_| Answer { rates: |steps, first| run(steps, first, None, 2) },
            diagnosis: "The length doubles, and the clock of the cycle runs on.",
            hint: "A restart begins the cycle at 0.",
        },
        Mistake {
            name: "length-not-doubled",
            answer: |_| Answer { rates: |steps, first| run(steps, first, Some(0), 1) },
            diagnosis: "The clock is reset, but the cycles no longer grow.",
            hint: "Keep the line that doubles the length.",
        },
        Mistake {
            name: "reset-to-one",
            answer: |_| Answer { rates: |steps, first| run(steps, first, Some(1), 2) },
            diagnosis: "Each cycle but the first skips its first step.",
            hint: "Steps of a cycle count from 0.",
        },
    ],
};
