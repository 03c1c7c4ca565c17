use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, usize, usize, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [0, 2, 3, 4, 7, 9, 10, 13]
        .map(|step| {
            let label = format!("rate(step = {step}, warmup = 3, steps = 10, peak = 1)");
            Observation::of(label, || (answer.rate)(step, 3, 10, 1.0))
        })
        .into()
}

fn rise_or(step: usize, warmup: usize, peak: f64, left: f64) -> f64 {
    if step < warmup { peak * step as f64 / warmup as f64 } else { peak * left.max(0.0) }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "clock-not-shifted" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write the rates of the steps 2, 3 and 4 for $W = 3$ and $T = 10$.",
        "Which share of the fall should be over at step $W$, and which at step $T$?",
    ],
    mistakes: &[
        Mistake {
            name: "clock-not-shifted",
            answer: |_| Answer {
                rate: |step, warmup, steps, peak| {
                    rise_or(step, warmup, peak, 1.0 - step as f64 / steps as f64)
                },
            },
            diagnosis: "The line still starts from step 0.",
            hint: "Its clock starts when the warm-up is over.",
        },
        Mistake {
            name: "only-the-step-shifted",
            answer: |_| Answer {
                rate: |step, warmup, steps, peak| {
                    let over = step.saturating_sub(warmup);
                    rise_or(step, warmup, peak, 1.0 - over as f64 / steps as f64)
                },
            },
            diagnosis: "The notch is gone, but the line is not 0 at step T.",
            hint: "It has T - W steps to fall in.",
        },
        Mistake {
            name: "only-the-length-shifted",
            answer: |_| Answer {
                rate: |step, warmup, steps, peak| {
                    let length = (steps - warmup) as f64;
                    rise_or(step, warmup, peak, 1.0 - step as f64 / length)
                },
            },
            diagnosis: "Now the line is shorter, and its clock still starts at step 0.",
            hint: "Subtract W from the step as well.",
        },
        Mistake {
            name: "warm-up-lowered-to-the-line",
            answer: |_| Answer {
                rate: |step, warmup, steps, peak| {
                    let line = 1.0 - step as f64 / steps as f64;
                    if step < warmup {
                        let join = 1.0 - warmup as f64 / steps as f64;
                        peak * join * step as f64 / warmup as f64
                    } else {
                        peak * line.max(0.0)
                    }
                },
            },
            diagnosis: "The notch is gone because the warm-up ends lower: the peak is never reached.",
            hint: "Move the line, not the warm-up.",
        },
    ],
};
