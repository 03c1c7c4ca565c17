use ndarray::Array1;
use std::f64::consts::PI;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(f64, usize, usize, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.1, 4, 12), (2.0, 1, 5), (1.0, 0, 8), (1.0, 6, 7)]
        .map(|(peak, warmup, total)| {
            let label = format!(
                "rate(peak = {peak}, warmup = {warmup}, total = {total}; steps 0 to 15)"
            );
            Observation::of(label, || -> Array1<f64> {
                (0..16).map(|step| (answer.rate)(peak, warmup, total, step)).collect()
            })
        })
        .into()
}

/// With a share of the fall that may be wrong.
fn with(
    [peak, warmup, total, step]: [f64; 4],
    share: fn(warmup: f64, total: f64, step: f64) -> f64,
) -> f64 {
    if step < warmup {
        peak * step / warmup
    } else {
        peak * (1.0 + (PI * share(warmup, total, step)).cos()) / 2.0
    }
}

fn numbers(peak: f64, warmup: usize, total: usize, step: usize) -> [f64; 4] {
    [peak, warmup as f64, total as f64, step as f64]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "clock-of-the-run" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Compute the rate at the first step after the warm-up. What should it be?",
        "The fall has a clock and a length of its own.",
    ],
    mistakes: &[
        Mistake {
            name: "clock-of-the-run",
            answer: |_| Answer {
                rate: |peak, warmup, total, step| {
                    with(numbers(peak, warmup, total, step), |_, total, step| {
                        (step / total).min(1.0)
                    })
                },
            },
            diagnosis: "The cosine's clock runs since the start of the warm-up.",
            hint: "It starts where the warm-up ends.",
        },
        Mistake {
            name: "length-of-the-run",
            answer: |_| Answer {
                rate: |peak, warmup, total, step| {
                    with(numbers(peak, warmup, total, step), |warmup, total, step| {
                        ((step - warmup) / total).min(1.0)
                    })
                },
            },
            diagnosis: "The clock starts at the end of the warm-up, but the fall is as long as the \
                        whole run: at the last step it is not at 0.",
            hint: "The fall has total - warmup steps.",
        },
        Mistake {
            name: "swings-back",
            answer: |_| Answer {
                rate: |peak, warmup, total, step| {
                    with(numbers(peak, warmup, total, step), |warmup, total, step| {
                        (step - warmup) / (total - warmup)
                    })
                },
            },
            diagnosis: "After its end the cosine swings up again.",
            hint: "Keep the bound of 1 on the share.",
        },
        Mistake {
            name: "one-step-short",
            answer: |_| Answer {
                rate: |peak, warmup, total, step| {
                    with(numbers(peak, warmup, total, step), |warmup, total, step| {
                        ((step - warmup + 1.0) / (total - warmup)).min(1.0)
                    })
                },
            },
            diagnosis: "The fall begins one step down: the peak is never used.",
            hint: "At step = warmup the share is 0.",
        },
    ],
};
