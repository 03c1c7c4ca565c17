use std::f64::consts::PI;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, usize, f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Both ends, the middle, an odd place, and beyond the end; with and without a least rate.
    [
        (0, 10, 1.0, 0.0),
        (3, 10, 1.0, 0.0),
        (5, 10, 1.0, 0.2),
        (9, 10, 1.0, 0.2),
        (10, 10, 1.0, 0.2),
        (14, 10, 1.0, 0.2),
        (1, 7, 0.5, 0.1),
    ]
    .map(|(step, steps, initial, least)| {
        let label = format!(
            "rate(step = {step}, steps = {steps}, initial = {initial}, least = {least})"
        );
        Observation::of(label, || (answer.rate)(step, steps, initial, least))
    })
    .into()
}

fn along(share: f64, initial: f64, least: f64) -> f64 {
    least + (initial - least) * (1.0 + (PI * share).cos()) / 2.0
}

fn share(step: usize, steps: usize) -> f64 {
    step.min(steps) as f64 / steps as f64
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`std::f64::consts::PI` is π, and `cos` takes radians.",
        "Divide as real numbers: `step / steps` of two counts is 0 until the end.",
        "What should happen at step 14 of 10?",
    ],
    mistakes: &[
        Mistake {
            name: "swings-up",
            answer: |_| Answer {
                rate: |step, steps, initial, least| {
                    along(step as f64 / steps as f64, initial, least)
                },
            },
            diagnosis: "Beyond T the rate swings up again.",
            hint: "Cut the step off at T before you take the cosine.",
        },
        Mistake {
            name: "whole-period",
            answer: |_| Answer {
                rate: |step, steps, initial, least| {
                    along(2.0 * share(step, steps), initial, least)
                },
            },
            diagnosis: "The angle runs through a whole period, so the rate is up again at T.",
            hint: "The angle is pi t/T.",
        },
        Mistake {
            name: "degrees",
            answer: |_| Answer {
                rate: |step, steps, initial, least| {
                    least
                        + (initial - least) * (1.0 + (180.0 * share(step, steps)).cos())
                            / 2.0
                },
            },
            diagnosis: "The angle is in degrees: the rate jumps about.",
            hint: "cos takes radians.",
        },
        Mistake {
            name: "one-step-early",
            answer: |_| Answer {
                rate: |step, steps, initial, least| {
                    along(share(step, steps - 1), initial, least)
                },
            },
            diagnosis: "The least rate is there at step T - 1.",
            hint: "Divide by T.",
        },
        Mistake {
            name: "counted-from-one",
            answer: |_| Answer {
                rate: |step, steps, initial, least| {
                    along(share(step + 1, steps), initial, least)
                },
            },
            diagnosis: "Step 0 is not at the initial rate: the clock is one step ahead.",
            hint: "t counts from 0.",
        },
        Mistake {
            name: "down-to-zero",
            answer: |_| Answer {
                rate: |step, steps, initial, _| along(share(step, steps), initial, 0.0),
            },
            diagnosis: "The least rate is not used.",
            hint: "Scale by initial - least and add least.",
        },
        Mistake {
            name: "least-added-on-top",
            answer: |_| Answer {
                rate: |step, steps, initial, least| {
                    least + along(share(step, steps), initial, 0.0)
                },
            },
            diagnosis: "The first rate is initial + least.",
            hint: "The fall is initial - least high.",
        },
    ],
};
