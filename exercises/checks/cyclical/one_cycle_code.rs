use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub rate: fn(usize, f64, usize) -> f64,
    pub momentum: fn(usize, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // A top that is a step, and one between two steps.
    let cases = [
        (1.0, 100, [0, 10, 28, 29, 30, 31, 64, 98, 99]),
        (3.0, 37, [0, 5, 9, 10, 11, 12, 23, 35, 36]),
    ];
    let mut seen = Vec::new();
    for (most, steps, at) in cases {
        seen.extend(at.map(|step| {
            let label = format!("rate(step = {step}, most = {most}, steps = {steps})");
            Observation::of(label, || (answer.rate)(step, most, steps))
        }));
        seen.extend(at.map(|step| {
            let label = format!("momentum(step = {step}, steps = {steps})");
            Observation::of(label, || (answer.momentum)(step, steps))
        }));
    }
    seen
}

/// Through three points, the second at step `peak` and the third at step `end`.
fn along(step: usize, (peak, end): (f64, f64), points: [f64; 3], is_cosine: bool) -> f64 {
    let step = step as f64;
    let piece = |a: f64, b: f64, share: f64| {
        if is_cosine {
            b + (a - b) * (1.0 + (std::f64::consts::PI * share).cos()) / 2.0
        } else {
            a + (b - a) * share
        }
    };
    if step <= peak {
        piece(points[0], points[1], step / peak)
    } else {
        piece(points[1], points[2], (step - peak) / (end - peak))
    }
}

/// The rate, from a 25th of the most, with the steps of top and end and the divisor of the
/// last.
fn cycle(step: usize, most: f64, ends: (f64, f64), divisor: f64) -> f64 {
    along(step, ends, [most / 25.0, most, most / divisor], true)
}

/// The steps of top and end.
fn ends(steps: usize) -> (f64, f64) {
    (0.3 * steps as f64 - 1.0, steps as f64 - 1.0)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write one function of a step and three values, first, top and last; both parts are calls of it.",
        "The share of the first piece is `step / peak`, of the second `(step - peak) / (end - peak)`, with `peak` and `end` as `f64`.",
        "For $T = 100$ and $\\eta_{\\max} = 1$: step 0 has $0.04$, step 29 has 1, step 99 has $4 \\cdot 10^{-6}$.",
    ],
    mistakes: &[
        Mistake {
            name: "peak-a-step-late",
            answer: |right| Answer {
                rate: |t, most, steps| {
                    let (peak, end) = ends(steps);
                    cycle(t, most, (peak + 1.0, end), 25e4)
                },
                ..right
            },
            diagnosis: "The top is at step 0.3 T.",
            hint: "Steps are counted from 0: after 0.3 T of them the last was 0.3 T - 1.",
        },
        Mistake {
            name: "end-a-step-late",
            answer: |right| Answer {
                rate: |t, most, steps| {
                    let (peak, end) = ends(steps);
                    cycle(t, most, (peak, end + 1.0), 25e4)
                },
                ..right
            },
            diagnosis: "The end is at step T, which is never taken.",
            hint: "The last of T steps is T - 1.",
        },
        Mistake {
            name: "last-from-the-peak",
            answer: |right| Answer {
                rate: |t, most, steps| cycle(t, most, ends(steps), 1e4),
                ..right
            },
            diagnosis: "The last rate is a ten-thousandth of the peak.",
            hint: "It is a ten-thousandth of the first rate: most / 25 / 10000.",
        },
        Mistake {
            name: "ends-where-it-began",
            answer: |right| Answer {
                rate: |t, most, steps| cycle(t, most, ends(steps), 25.0),
                ..right
            },
            diagnosis: "The rate comes back to the first and no further: a cycle, and not yet 1cycle.",
            hint: "It falls on, to most / 250000.",
        },
        Mistake {
            name: "straight-pieces",
            answer: |right| Answer {
                rate: |t, most, steps| {
                    along(t, ends(steps), [most / 25.0, most, most / 25e4], false)
                },
                ..right
            },
            diagnosis: "The pieces of the rate are straight.",
            hint: "PyTorch's default is the cosine.",
        },
        Mistake {
            name: "momentum-along",
            answer: |right| Answer {
                momentum: |t, steps| along(t, ends(steps), [0.85, 0.95, 0.85], true),
                ..right
            },
            diagnosis: "The momentum moves with the rate.",
            hint: "It is lowest where the rate is highest.",
        },
        Mistake {
            name: "momentum-constant",
            answer: |right| Answer { momentum: |_, _| 0.95, ..right },
            diagnosis: "The momentum does not move.",
            hint: "It falls to 0.85 at the top and rises back.",
        },
    ],
};
