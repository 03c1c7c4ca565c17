use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

#[derive(Clone, Copy)]
pub struct Answer {
    pub hidden: fn(&[f64], &[f64], f64, bool) -> Vec<f64>,
}

const UNITS: [f64; 4] = [1.0, 2.0, -3.0, 4.0];

fn observe(answer: &Answer) -> Vec<Observation> {
    let cases: [([f64; 4], f64, bool); 5] = [
        ([0.1, 0.9, 0.6, 0.3], 0.5, true),
        ([0.1, 0.9, 0.6, 0.3], 0.5, false),
        ([0.7, 0.2, 0.1, 0.8], 0.5, false),
        ([0.7, 0.2, 0.1, 0.8], 0.2, true),
        ([0.7, 0.2, 0.1, 0.8], 0.0, true),
    ];
    cases
        .map(|(draws, p, is_training)| {
            let call = format!("hidden(draws = {draws:?}, p = {p}, {is_training})");
            Observation::of(call, || {
                Seen::Numbers((answer.hidden)(&UNITS, &draws, p, is_training))
            })
        })
        .into()
}

/// Units dropped, and the others times a factor.
fn dropped(units: &[f64], draws: &[f64], p: f64, factor: f64) -> Vec<f64> {
    let drop = |(unit, draw): (&f64, &f64)| if *draw < p { 0.0 } else { unit * factor };
    units.iter().zip(draws).map(drop).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "drops-always" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "What may the evaluation depend on, apart from θ and the samples?",
        "Inverted dropout is scaled in training. What is left to do in the evaluation?",
    ],
    mistakes: &[
        Mistake {
            name: "drops-always",
            answer: |_| Answer {
                hidden: |units, draws, p, _| dropped(units, draws, p, 1.0 / (1.0 - p)),
            },
            diagnosis: "Units are dropped in the evaluation as well.",
            hint: "Look at is_training.",
        },
        Mistake {
            name: "scaled-in-evaluation",
            answer: |_| Answer {
                hidden: |units, draws, p, is_training| {
                    if is_training {
                        return dropped(units, draws, p, 1.0 / (1.0 - p));
                    }
                    units.iter().map(|unit| unit * (1.0 - p)).collect()
                },
            },
            diagnosis: "The evaluation multiplies by 1 − p. That belongs to the dropout of \
                        the paper, which is not scaled in training; here the sizes were \
                        kept already.",
            hint: "Pass the units on as they are.",
        },
        Mistake {
            name: "scaled-up-in-evaluation",
            answer: |_| Answer {
                hidden: |units, draws, p, is_training| {
                    if is_training {
                        return dropped(units, draws, p, 1.0 / (1.0 - p));
                    }
                    units.iter().map(|unit| unit / (1.0 - p)).collect()
                },
            },
            diagnosis: "The evaluation keeps all units and divides by 1 − p: they are too \
                        large now.",
            hint: "The division makes up for dropped units, and none is dropped.",
        },
        Mistake {
            name: "training-unscaled",
            answer: |_| Answer {
                hidden: |units, draws, p, is_training| {
                    if is_training {
                        return dropped(units, draws, p, 1.0);
                    }
                    units.to_vec()
                },
            },
            diagnosis: "The evaluation is right, but the training has lost its scaling.",
            hint: "Keep the division by 1 − p in training.",
        },
        Mistake {
            name: "reversed",
            answer: |_| Answer {
                hidden: |units, draws, p, is_training| {
                    if is_training {
                        return units.to_vec();
                    }
                    dropped(units, draws, p, 1.0 / (1.0 - p))
                },
            },
            diagnosis: "The two cases are exchanged.",
            hint: "Drop in training.",
        },
    ],
};
