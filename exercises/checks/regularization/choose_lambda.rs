use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub minimum: fn(&[f64], &[f64]) -> f64,
    pub one_standard_error: fn(&[f64], &[f64], &[f64]) -> f64,
}

const LAMBDAS: [f64; 7] = [8.0, 4.0, 2.0, 1.0, 0.5, 0.25, 0.125];

/// A usual curve; one with a bump, after which it rises above the bar again; and one whose
/// standard errors differ much.
const CURVES: [([f64; 7], [f64; 7]); 3] = [
    ([9.0, 6.0, 4.5, 4.0, 3.8, 3.9, 4.4], [0.5, 0.5, 0.4, 0.4, 0.3, 0.3, 0.4]),
    ([7.0, 5.0, 5.6, 4.9, 4.7, 4.8, 5.5], [0.6, 0.6, 0.5, 0.5, 0.4, 0.4, 0.4]),
    ([6.0, 5.5, 4.6, 4.2, 4.3, 4.0, 4.1], [2.5, 1.6, 0.7, 0.1, 0.2, 0.25, 0.2]),
];

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (errors, standard_errors) in CURVES {
        seen.push(Observation::of(format!("minimum(errors = {errors:?})"), || {
            (answer.minimum)(&LAMBDAS, &errors)
        }));
        let label = format!(
            "one_standard_error(errors = {errors:?}, standard_errors = {standard_errors:?})"
        );
        seen.push(Observation::of(label, || {
            (answer.one_standard_error)(&LAMBDAS, &errors, &standard_errors)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "First find the place of the smallest error; both rules need it.",
        "The bar is the smallest error plus the standard error at the same place. Which \
         $\\lambda$ are not above it?",
        "The $\\lambda$ fall, so the largest that qualifies is the first.",
    ],
    mistakes: &[
        Mistake {
            name: "largest-error",
            answer: |right| Answer {
                minimum: |l, e| l[place(e, |a, b| b.total_cmp(a))],
                ..right
            },
            diagnosis: "This is the lambda with the largest error.",
            hint: "Look for the smallest.",
        },
        Mistake {
            name: "smallest-lambda",
            answer: |right| Answer { minimum: |l, _| l[l.len() - 1], ..right },
            diagnosis: "This is the smallest lambda, which has the smallest error on the \
                        training data, not on the validation folds.",
            hint: "Compare the errors.",
        },
        Mistake {
            name: "error-for-lambda",
            answer: |right| Answer { minimum: |_, e| e[least(e)], ..right },
            diagnosis: "This is the smallest error itself.",
            hint: "Return the lambda at its place.",
        },
        Mistake {
            name: "minimum-for-both",
            answer: |right| Answer { one_standard_error: |l, e, _| l[least(e)], ..right },
            diagnosis: "This is the first rule again: the standard error was not used.",
            hint: "A larger lambda that is nearly as good wins.",
        },
        Mistake {
            name: "smallest-within",
            answer: |right| Answer {
                one_standard_error: |l, e, s| {
                    let best = least(e);
                    let place = e.iter().rposition(|&error| error <= e[best] + s[best]);
                    l[place.unwrap_or(best)]
                },
                ..right
            },
            diagnosis: "This is the smallest lambda within one standard error: the most \
                        complicated of the equals, not the simplest.",
            hint: "Take the largest lambda.",
        },
        Mistake {
            name: "own-standard-errors",
            answer: |right| Answer {
                one_standard_error: |l, e, s| {
                    let best = e[least(e)];
                    let mut pairs = e.iter().zip(s);
                    let place = pairs.position(|(error, own)| error - own <= best);
                    l[place.unwrap_or(0)]
                },
                ..right
            },
            diagnosis: "Each lambda was given its own standard error.",
            hint: "The bar is set once, at the minimum.",
        },
        Mistake {
            name: "stopped-at-the-bump",
            answer: |right| Answer {
                one_standard_error: |l, e, s| {
                    let mut place = least(e);
                    let bar = e[place] + s[place];
                    while place > 0 && e[place - 1] <= bar {
                        place -= 1;
                    }
                    l[place]
                },
                ..right
            },
            diagnosis: "The search went up from the minimum and stopped at the first lambda \
                        above the bar; beyond it there is a larger one below.",
            hint: "Look at all lambda, from the largest.",
        },
    ],
};

fn place(errors: &[f64], by: fn(&f64, &f64) -> std::cmp::Ordering) -> usize {
    (0..errors.len()).min_by(|&i, &j| by(&errors[i], &errors[j])).unwrap_or(0)
}

fn least(errors: &[f64]) -> usize {
    place(errors, f64::total_cmp)
}
