use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

/// θ after a step, from the rate, θ and a gradient.
type TakeStep = fn(f64, &Array1<f64>, &Array1<f64>) -> Option<Array1<f64>>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: TakeStep,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let theta = array![1.0, -2.0, 0.5];
    [
        (0.1, array![3.0, -1.0, 0.0]),
        (0.1, array![f64::NAN, 1.0, 1.0]),
        (0.1, array![1.0, f64::INFINITY, 1.0]),
        (0.1, array![1.0, 1.0, f64::NEG_INFINITY]),
        (0.1, array![f64::NAN, f64::NAN, f64::INFINITY]),
        // Which cancel in a sum.
        (0.1, array![f64::INFINITY, f64::NEG_INFINITY, 1.0]),
        // Large but finite: its square overflows, the step does not.
        (1e-200, array![2e200, -1e200, 0.0]),
        // η g overflows.
        (1e10, array![1e300, 0.0, 0.0]),
    ]
    .map(|(rate, gradient)| {
        let call = format!("step(rate = {rate:e}, gradient = {gradient})");
        Observation::of(call, || match (answer.step)(rate, &theta, &gradient) {
            Some(next) => Seen::from(next),
            None => Seen::Word("refused".to_string()),
        })
    })
    .into()
}

fn moved(rate: f64, theta: &Array1<f64>, gradient: &Array1<f64>) -> Array1<f64> {
    theta - &(gradient * rate)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`f64::is_finite` is false for NaN and for both infinities.",
        "`Iterator::all` asks every entry.",
        "Which array would you look at to catch the overflow of $\\eta g$ too?",
    ],
    mistakes: &[
        Mistake {
            name: "no-guard",
            answer: |_| Answer { step: |rate, t, g| Some(moved(rate, t, g)) },
            diagnosis: "The step is taken whatever the gradient is.",
            hint: "Return None where an entry is not finite.",
        },
        Mistake {
            name: "nan-only",
            answer: |_| Answer {
                step: |rate, t, g| {
                    (!g.iter().any(|x| x.is_nan())).then(|| moved(rate, t, g))
                },
            },
            diagnosis: "NaN is refused, infinite entries are not.",
            hint: "Use is_finite in place of is_nan.",
        },
        Mistake {
            name: "gradient-only",
            answer: |_| Answer {
                step: |rate, t, g| {
                    g.iter().all(|x| x.is_finite()).then(|| moved(rate, t, g))
                },
            },
            diagnosis: "The gradient is checked, but a finite gradient times a large rate \
                        overflows, and the new parameters are infinite.",
            hint: "Check the new parameters.",
        },
        Mistake {
            name: "norm-checked",
            answer: |_| Answer {
                step: |rate, t, g| {
                    let next = moved(rate, t, g);
                    (g.dot(g).is_finite() && next.iter().all(|x| x.is_finite()))
                        .then_some(next)
                },
            },
            diagnosis: "A gradient with entries of 1e200 is finite; only its norm \
                        overflows. The step was refused without need.",
            hint: "Check entry by entry.",
        },
        Mistake {
            name: "any-for-all",
            answer: |_| Answer {
                step: |rate, t, g| {
                    g.iter().any(|x| x.is_finite()).then(|| moved(rate, t, g))
                },
            },
            diagnosis: "One finite entry is taken as enough.",
            hint: "Every entry has to be finite: all, not any.",
        },
        Mistake {
            name: "bad-entries-as-zero",
            answer: |_| Answer {
                step: |rate, t, g| {
                    let mended = g.mapv(|x| if x.is_finite() { x } else { 0.0 });
                    Some(moved(rate, t, &mended))
                },
            },
            diagnosis: "Entries that are not finite are replaced by 0, which hides that \
                        something went wrong.",
            hint: "Return None for the whole step.",
        },
        Mistake {
            name: "uphill",
            answer: |_| Answer {
                step: |rate, t, g| {
                    let next = moved(-rate, t, g);
                    next.iter().all(|x| x.is_finite()).then_some(next)
                },
            },
            diagnosis: "The guard is right, but the step goes uphill.",
            hint: "θ - η g.",
        },
    ],
};
