use std::f64::consts::PI;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, usize, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (0, 20, 1.0),
        (4, 20, 1.0),
        (10, 20, 1.0),
        (19, 20, 1.0),
        (20, 20, 1.0),
        (25, 20, 1.0),
    ]
    .map(|(step, steps, initial)| {
        let label = format!("rate(step = {step}, steps = {steps}, initial = {initial})");
        Observation::of(label, || (answer.rate)(step, steps, initial))
    })
    .into()
}

fn share(step: usize, steps: usize) -> f64 {
    step.min(steps) as f64 / steps as f64
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "whole-period" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work out the rates at the steps 0, T/2 and T.",
        "At which angle is the cosine −1?",
    ],
    mistakes: &[
        Mistake {
            name: "whole-period",
            answer: |_| Answer {
                rate: |step, steps, initial| {
                    initial * (1.0 + (2.0 * PI * share(step, steps)).cos()) / 2.0
                },
            },
            diagnosis: "The angle still runs through a whole period.",
            hint: "Half of one is enough: from 0 to pi.",
        },
        Mistake {
            name: "quarter-period",
            answer: |_| Answer {
                rate: |step, steps, initial| {
                    initial * (1.0 + (0.5 * PI * share(step, steps)).cos()) / 2.0
                },
            },
            diagnosis: "Now it is a quarter of a period: the rate ends at half of the first.",
            hint: "At T the cosine has to be -1.",
        },
        Mistake {
            name: "quarter-period-unshifted",
            answer: |_| Answer {
                rate: |step, steps, initial| {
                    initial * (0.5 * PI * share(step, steps)).cos()
                },
            },
            diagnosis: "This falls to 0, but along a quarter of a cosine: it is steepest at the end.",
            hint: "Keep (1 + cos)/2, and repair the angle.",
        },
        Mistake {
            name: "held-from-the-middle",
            answer: |_| Answer {
                rate: |step, steps, initial| {
                    let share = share(2 * step, steps);
                    initial * (1.0 + (PI * share).cos()) / 2.0
                },
            },
            diagnosis: "The rate is 0 from the middle on: half of the run does nothing.",
            hint: "The fall should take all of T.",
        },
    ],
};
