use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, usize, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (0, 4, 1.0),
        (1, 4, 1.0),
        (3, 4, 1.0),
        (4, 4, 1.0),
        (9, 4, 1.0),
        (0, 1, 0.5),
        (0, 0, 0.5),
    ]
    .map(|(step, warmup, peak)| {
        let label = format!("rate(step = {step}, warmup = {warmup}, peak = {peak})");
        Observation::of(label, || (answer.rate)(step, warmup, peak))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "first-step-at-zero" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write the rates of the steps 0 to 4 for $W = 4$.",
        "At which step should the peak be reached first?",
    ],
    mistakes: &[
        Mistake {
            name: "first-step-at-zero",
            answer: |_| Answer {
                rate: |step, warmup, peak| {
                    if step < warmup { peak * step as f64 / warmup as f64 } else { peak }
                },
            },
            diagnosis: "The first step still has the rate 0.",
            hint: "Count the steps from 1.",
        },
        Mistake {
            name: "never-at-the-peak-in-time",
            answer: |_| Answer {
                rate: |step, warmup, peak| {
                    let (t, w) = (step as f64 + 1.0, warmup as f64 + 1.0);
                    if step < warmup { peak * t / w } else { peak }
                },
            },
            diagnosis: "The first step moves now, but the last of the warm-up is not at the peak.",
            hint: "Divide by W.",
        },
        Mistake {
            name: "floor-under-the-first-step",
            answer: |_| Answer {
                rate: |step, warmup, peak| {
                    let rise = (step as f64 / warmup as f64).max(1.0 / warmup as f64);
                    if step < warmup { peak * rise } else { peak }
                },
            },
            diagnosis: "The steps 0 and 1 have the same rate: the differences are not equal.",
            hint: "Shift the whole rise by one step.",
        },
        Mistake {
            name: "one-above-the-peak",
            answer: |_| Answer {
                rate: |step, warmup, peak| {
                    if step <= warmup {
                        peak * (step + 1) as f64 / warmup.max(1) as f64
                    } else {
                        peak
                    }
                },
            },
            diagnosis: "Step W is above the peak.",
            hint: "The warm-up has the steps 0 to W - 1.",
        },
    ],
};
