use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step_decay: fn(f64, f64, usize, usize) -> f64,
    pub multi_step: fn(f64, f64, &[usize], usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let step = [(30, 0), (30, 29), (30, 30), (30, 75), (7, 20), (1, 4)].map(|(n, t)| {
        let label = format!("step_decay(0.8, 0.5, period = {n}, epoch = {t})");
        Observation::of(label, || (answer.step_decay)(0.8, 0.5, n, t))
    });
    let multi = [0, 9, 10, 15, 16, 40].map(|t| {
        let label = format!("multi_step(0.8, 0.5, [10, 16, 17], epoch = {t})");
        Observation::of(label, || (answer.multi_step)(0.8, 0.5, &[10, 16, 17], t))
    });
    step.into_iter().chain(multi).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "In Rust `29 / 30` is `0` for whole numbers: the division rounds down.",
        "`powi` takes an `i32`; the number of cuts fits.",
        "`filter(…).count()` counts the milestones that are not beyond the epoch.",
    ],
    mistakes: &[
        Mistake {
            name: "not-rounded",
            answer: |right| Answer {
                step_decay: |i, f, n, t| i * f.powf(t as f64 / n as f64),
                ..right
            },
            diagnosis: "The rate falls in every epoch: this is exponential decay.",
            hint: "Divide whole numbers, and convert afterwards.",
        },
        Mistake {
            name: "cut-one-late",
            answer: |right| Answer {
                step_decay: |i, f, n, t| i * f.powi((t.saturating_sub(1) / n) as i32),
                ..right
            },
            diagnosis: "The cut comes one epoch after the multiple of the period.",
            hint: "Epoch 30 has 30 epochs behind it, since they are counted from 0.",
        },
        Mistake {
            name: "counted-from-one",
            answer: |right| Answer {
                step_decay: |i, f, n, t| i * f.powi(((t + 1) / n) as i32),
                ..right
            },
            diagnosis: "The first stage is an epoch short.",
            hint: "Do not add 1 to an epoch that is counted from 0.",
        },
        Mistake {
            name: "one-cut-only",
            answer: |right| Answer {
                step_decay: |i, f, n, t| if t >= n { i * f } else { i },
                ..right
            },
            diagnosis: "The rate is cut once, and never again.",
            hint: "The exponent is the number of cuts.",
        },
        Mistake {
            name: "milestone-late",
            answer: |right| Answer {
                multi_step: |i, f, m, t| {
                    i * f.powi(m.iter().filter(|&&m| m < t).count() as i32)
                },
                ..right
            },
            diagnosis: "A milestone takes effect one epoch late.",
            hint: "It counts when it equals the epoch.",
        },
        Mistake {
            name: "first-milestone-only",
            answer: |right| Answer {
                multi_step: |i, f, m, t| if t >= m[0] { i * f } else { i },
                ..right
            },
            diagnosis: "Only the first milestone cuts the rate.",
            hint: "Count all that are not beyond the epoch.",
        },
        Mistake {
            name: "milestone-exactly",
            answer: |right| Answer {
                multi_step: |i, f, m, t| if m.contains(&t) { i * f } else { i },
                ..right
            },
            diagnosis: "The rate is cut in the epoch of a milestone and back in the next.",
            hint: "A pure function has no memory: count all milestones behind.",
        },
    ],
};
