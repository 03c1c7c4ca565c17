use std::f64::consts::PI;

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, usize, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Inside the first cycle, at both sides of the borders, and later; growing and not.
    let growing = [0, 3, 9, 10, 17, 29, 30, 55, 70].map(|step| (step, 10, 2));
    let equal = [7, 8, 20, 37].map(|step| (step, 8, 1));
    growing
        .into_iter()
        .chain(equal)
        .map(|(step, first, growth)| {
            let label =
                format!("rate(step = {step}, first = {first}, growth = {growth})");
            Observation::of(label, || (answer.rate)(step, first, growth))
        })
        .collect()
}

fn half_cosine(share: f64) -> f64 {
    (1.0 + (PI * share).cos()) / 2.0
}

/// How far a step is into its cycle, how long that is, and how many came before.
fn cycle(step: usize, first: usize, growth: usize) -> (usize, usize, usize) {
    let (mut left, mut length, mut before) = (step, first, 0);
    while left >= length {
        left -= length;
        length *= growth;
        before += 1;
    }
    (left, length, before)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "With $T_0 = 10$ and $m = 2$ the cycles begin at the steps 0, 10, 30 and 70.",
        "A loop that takes whole cycles off the step is enough; no logarithm is needed.",
        "Step 10 belongs to the second cycle: compare with `>=`.",
    ],
    mistakes: &[
        Mistake {
            name: "cycles-do-not-grow",
            answer: |_| Answer {
                rate: |step, first, _| half_cosine((step % first) as f64 / first as f64),
            },
            diagnosis: "All cycles have the length of the first.",
            hint: "After each cycle, multiply its length by the growth.",
        },
        Mistake {
            name: "no-restart",
            answer: |_| Answer {
                rate: |step, first, _| half_cosine(step as f64 / first as f64),
            },
            diagnosis: "The rate swings up along the cosine: there is no restart.",
            hint: "At the first step of a cycle the rate jumps back to 1.",
        },
        Mistake {
            name: "clock-not-reset",
            answer: |_| Answer {
                rate: |step, first, growth| {
                    let (_, length, _) = cycle(step, first, growth);
                    half_cosine((step as f64 / length as f64).min(1.0))
                },
            },
            diagnosis: "The cycle's length grows, but the clock runs on from step 0.",
            hint: "The cosine needs the steps since the last restart.",
        },
        Mistake {
            name: "one-step-late",
            answer: |_| Answer {
                rate: |step, first, growth| {
                    let (mut left, mut length) = (step, first);
                    while left > length {
                        left -= length;
                        length *= growth;
                    }
                    half_cosine(left as f64 / length as f64)
                },
            },
            diagnosis: "The restarts come one step late: step T0 still has the rate 0.",
            hint: "A step that equals the length belongs to the next cycle.",
        },
        Mistake {
            name: "growth-added",
            answer: |_| Answer {
                rate: |step, first, growth| {
                    let (mut left, mut length) = (step, first);
                    while left >= length {
                        left -= length;
                        length += first * (growth - 1);
                    }
                    half_cosine(left as f64 / length as f64)
                },
            },
            diagnosis: "The cycles are T0, 2 T0, 3 T0: a length was added, not multiplied.",
            hint: "The third cycle of T0 = 10 and m = 2 has 40 steps.",
        },
        Mistake {
            name: "reaches-zero",
            answer: |_| Answer {
                rate: |step, first, growth| {
                    let (left, length, _) = cycle(step, first, growth);
                    half_cosine(left as f64 / (length - 1) as f64)
                },
            },
            diagnosis: "The last step of each cycle has the rate 0.",
            hint: "Divide by the length of the cycle.",
        },
    ],
};
