use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub silent_share: fn(&[Vec<f64>]) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let batches = [
        vec![vec![1.0, -1.0, -2.0, 0.5], vec![-1.0, -3.0, 2.0, 0.1]],
        vec![vec![-1.0, -1.0], vec![-2.0, -0.5], vec![-1.0, -4.0]],
        vec![vec![0.0, 1.0, 2.0], vec![0.0, -1.0, -1.0]],
        vec![vec![1.0, -1.0, -1.0, -1.0, -1.0]],
        vec![],
    ];
    batches
        .map(|z| {
            Observation::of(format!("silent_share(z = {z:?})"), || {
                (answer.silent_share)(&z)
            })
        })
        .into()
}

fn columns(z: &[Vec<f64>], is_silent: impl Fn(Vec<f64>) -> bool) -> f64 {
    let Some(first) = z.first() else {
        return 0.0;
    };
    let column = |unit: usize| z.iter().map(|sample| sample[unit]).collect();
    let silent = (0..first.len()).filter(|&unit| is_silent(column(unit))).count();
    silent as f64 / first.len() as f64
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Go through units first, and through samples inside.",
        "A unit is silent if *all* samples have it at 0 or below.",
        "Treat the empty batch before you ask for its first sample.",
    ],
    mistakes: &[
        Mistake {
            name: "share-of-zeros",
            answer: |_| Answer {
                silent_share: |z| {
                    let all: Vec<f64> = z.concat();
                    if all.is_empty() {
                        return 0.0;
                    }
                    let off = all.iter().filter(|&&z| z <= 0.0).count();
                    off as f64 / all.len() as f64
                },
            },
            diagnosis: "That is the share of activations that are zero, about a half in \
                        a healthy network.",
            hint: "Count units that are off on every sample.",
        },
        Mistake {
            name: "off-somewhere",
            answer: |_| Answer {
                silent_share: |z| columns(z, |column| column.iter().any(|&z| z <= 0.0)),
            },
            diagnosis: "A unit counts here that is off on some sample.",
            hint: "On every one.",
        },
        Mistake {
            name: "zero-is-on",
            answer: |_| Answer {
                silent_share: |z| columns(z, |column| column.iter().all(|&z| z < 0.0)),
            },
            diagnosis: "At exactly 0 the slope is 0 as well: the unit is off.",
            hint: "On is above 0.",
        },
        Mistake {
            name: "samples-for-units",
            answer: |_| Answer {
                silent_share: |z| {
                    if z.is_empty() {
                        return 0.0;
                    }
                    let silent = z.iter().filter(|row| row.iter().all(|&z| z <= 0.0));
                    silent.count() as f64 / z.len() as f64
                },
            },
            diagnosis: "Rows are samples: that is the share of samples that switch every \
                        unit off.",
            hint: "Look at columns.",
        },
        Mistake {
            name: "counted-not-shared",
            answer: |_| Answer {
                silent_share: |z| {
                    let units = z.first().map_or(0, Vec::len) as f64;
                    units * columns(z, |column| column.iter().all(|&z| z <= 0.0))
                },
            },
            diagnosis: "That is the number of silent units.",
            hint: "Divide by the number of units.",
        },
    ],
};
