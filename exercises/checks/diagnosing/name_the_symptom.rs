use crate::check::{Check, Kind, Mistake};
use crate::choices::Symptom::{self, Flat, Healthy, NotFinite, Overfitting, Rising};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub symptom: fn(&[f64], &[f64]) -> Symptom,
}

const NAN: f64 = f64::NAN;

const CASES: [(&[f64], &[f64]); 10] = [
    (&[0.7, 0.4, 0.2], &[0.7, 0.5, 0.3]),
    (&[0.7, NAN, NAN], &[0.7, NAN, NAN]),
    (&[0.7, 0.5, 0.3], &[0.7, f64::INFINITY, 0.4]),
    (&[0.7, NAN, 0.3], &[0.7, 0.5, 0.4]),
    (&[0.7, 2.0, 9.0], &[0.7, 2.1, 8.0]),
    (&[0.7, 0.69, 0.68], &[0.7, 0.7, 0.7]),
    (&[0.7, 0.3, 0.1], &[0.6, 0.4, 0.5]),
    (&[0.7, 0.3, 0.1], &[0.6, 0.4, 0.44]),
    (&[0.7, 0.69, 0.68], &[0.5, 0.7, 0.9]),
    (&[0.7, 5.0, 0.2], &[0.7, 4.0, 0.3]),
];

fn observe(answer: &Answer) -> Vec<Observation> {
    CASES
        .map(|(training, validation)| {
            let call = format!("symptom({training:?}, {validation:?})");
            Observation::of(call, || (answer.symptom)(training, validation))
        })
        .into()
}

fn ends(losses: &[f64]) -> (f64, f64) {
    (losses[0], losses[losses.len() - 1])
}

fn best(losses: &[f64]) -> f64 {
    losses.iter().copied().fold(f64::INFINITY, f64::min)
}

fn has_strange(training: &[f64], validation: &[f64]) -> bool {
    training.iter().chain(validation).any(|loss| !loss.is_finite())
}

/// What the solution says of finite losses, with the validation judged by `is_over`.
fn of_finite(training: &[f64], is_over: bool) -> Symptom {
    let (first, last) = ends(training);
    if last > first {
        Rising
    } else if last > 0.9 * first {
        Flat
    } else if is_over {
        Overfitting
    } else {
        Healthy
    }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: 0.0,
    observe,
    hints: &[
        "Begin with the numbers that are not finite: no comparison sees NaN.",
        "First and last training loss, lowest and last validation loss: four numbers \
         decide the rest.",
    ],
    mistakes: &[
        Mistake {
            name: "blind-to-nan",
            answer: |_| Answer {
                symptom: |training, validation| {
                    let over = ends(validation).1 > 1.2 * best(validation);
                    of_finite(training, over)
                },
            },
            diagnosis: "A run of NaN is called healthy: every comparison with NaN is \
                        false.",
            hint: "Ask is_finite first.",
        },
        Mistake {
            name: "nan-only",
            answer: |_| Answer {
                symptom: |training, validation| {
                    if training.iter().chain(validation).any(|loss| loss.is_nan()) {
                        return NotFinite;
                    }
                    let over = ends(validation).1 > 1.2 * best(validation);
                    of_finite(training, over)
                },
            },
            diagnosis: "An infinite loss is not NaN, and not a number to go on with.",
            hint: "is_finite excludes both.",
        },
        Mistake {
            name: "last-only",
            answer: |_| Answer {
                symptom: |training, validation| {
                    if !ends(training).1.is_finite() || !ends(validation).1.is_finite() {
                        return NotFinite;
                    }
                    let over = ends(validation).1 > 1.2 * best(validation);
                    of_finite(training, over)
                },
            },
            diagnosis: "Only the last losses are looked at: a strange one in between is \
                        overlooked.",
            hint: "Look through both lists.",
        },
        Mistake {
            name: "against-the-first-validation",
            answer: |_| Answer {
                symptom: |training, validation| {
                    if has_strange(training, validation) {
                        return NotFinite;
                    }
                    let (first, last) = ends(validation);
                    of_finite(training, last > 1.2 * first)
                },
            },
            diagnosis: "The validation loss is compared with its first value. It usually \
                        falls before it rises.",
            hint: "Compare it with the lowest.",
        },
        Mistake {
            name: "gap-for-overfitting",
            answer: |_| Answer {
                symptom: |training, validation| {
                    if has_strange(training, validation) {
                        return NotFinite;
                    }
                    let over = ends(validation).1 > 1.2 * ends(training).1;
                    of_finite(training, over)
                },
            },
            diagnosis: "A gap between both losses is usual. The question is whether the \
                        validation loss has turned.",
            hint: "Compare it with its own lowest value.",
        },
        Mistake {
            name: "overfitting-first",
            answer: |_| Answer {
                symptom: |training, validation| {
                    if has_strange(training, validation) {
                        return NotFinite;
                    }
                    if ends(validation).1 > 1.2 * best(validation) {
                        return Overfitting;
                    }
                    of_finite(training, false)
                },
            },
            diagnosis: "A rising loss is called overfitting when the validation is judged \
                        before the training.",
            hint: "Keep the order of the list.",
        },
        Mistake {
            name: "rising-somewhere",
            answer: |_| Answer {
                symptom: |training, validation| {
                    if has_strange(training, validation) {
                        return NotFinite;
                    }
                    if training.iter().any(|&loss| loss > training[0]) {
                        return Rising;
                    }
                    let over = ends(validation).1 > 1.2 * best(validation);
                    of_finite(training, over)
                },
            },
            diagnosis: "A loss that rose and came back is called rising.",
            hint: "Compare the last with the first.",
        },
    ],
};
