use std::f64::consts::PI;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub share: fn(usize, usize, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // In the rise, at the join, in the fall, at its end and beyond; then the edges of W.
    let usual = [0, 1, 3, 4, 7, 11, 12, 15].map(|step| (step, 4, 12));
    let edges = [(0, 0, 8), (3, 0, 8), (2, 5, 5), (5, 5, 5)];
    usual
        .into_iter()
        .chain(edges)
        .map(|(step, warmup, steps)| {
            let label =
                format!("share(step = {step}, warmup = {warmup}, steps = {steps})");
            Observation::of(label, || (answer.share)(step, warmup, steps))
        })
        .collect()
}

fn half_cosine(share: f64) -> f64 {
    (1.0 + (PI * share).cos()) / 2.0
}

/// A straight rise, and behind it whatever falls.
fn risen(step: usize, warmup: usize, fall: impl FnOnce() -> f64) -> f64 {
    if step < warmup { step as f64 / warmup as f64 } else { fall() }
}

/// The fall, on the clock of the join.
fn fall(step: usize, warmup: usize, steps: usize) -> f64 {
    if step < steps {
        half_cosine((step - warmup) as f64 / (steps - warmup) as f64)
    } else {
        0.0
    }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write it as three cases: before W, before T, after.",
        "The cosine starts its clock at W and has T − W steps.",
        "Try W = 0 and W = T by hand: is anything divided by zero?",
    ],
    mistakes: &[
        Mistake {
            name: "clock-not-shifted",
            answer: |_| Answer {
                share: |step, warmup, steps| {
                    risen(step, warmup, || {
                        half_cosine(step.min(steps) as f64 / steps as f64)
                    })
                },
            },
            diagnosis: "The cosine's clock starts at step 0: at the join the rate jumps down.",
            hint: "Subtract W from the step, and from T.",
        },
        Mistake {
            name: "decay-as-long-as-the-run",
            answer: |_| Answer {
                share: |step, warmup, steps| {
                    risen(step, warmup, || {
                        let fallen = (step - warmup) as f64 / steps as f64;
                        half_cosine(fallen.min(1.0))
                    })
                },
            },
            diagnosis: "The fall takes T steps behind the warm-up: it is over at step W + T.",
            hint: "T counts the warm-up too, so the fall has T - W steps.",
        },
        Mistake {
            name: "counted-from-one",
            answer: |_| Answer {
                share: |step, warmup, steps| {
                    if step < warmup {
                        (step + 1) as f64 / warmup as f64
                    } else {
                        fall(step, warmup, steps)
                    }
                },
            },
            diagnosis: "The rise is (t + 1)/W: a convention, but not the one asked for.",
            hint: "At step 0 the share is 0.",
        },
        Mistake {
            name: "divides-by-zero",
            answer: |_| Answer {
                share: |step, warmup, steps| {
                    let rise = step as f64 / warmup as f64;
                    if rise < 1.0 || rise.is_nan() {
                        rise
                    } else {
                        fall(step, warmup, steps)
                    }
                },
            },
            diagnosis: "Without a warm-up the first rate is 0/0.",
            hint: "Compare the steps before you divide.",
        },
        Mistake {
            name: "swings-up",
            answer: |_| Answer {
                share: |step, warmup, steps| {
                    if step < warmup {
                        step as f64 / warmup as f64
                    } else if warmup == steps {
                        0.0
                    } else {
                        half_cosine((step - warmup) as f64 / (steps - warmup) as f64)
                    }
                },
            },
            diagnosis: "Beyond T the rate swings up again.",
            hint: "From step T on it is 0.",
        },
        Mistake {
            name: "straight-fall",
            answer: |_| Answer {
                share: |step, warmup, steps| {
                    if step < warmup {
                        step as f64 / warmup as f64
                    } else if step < steps {
                        (steps - step) as f64 / (steps - warmup) as f64
                    } else {
                        0.0
                    }
                },
            },
            diagnosis: "The fall is a straight line.",
            hint: "Take (1 + cos)/2 of the share that has fallen.",
        },
    ],
};
