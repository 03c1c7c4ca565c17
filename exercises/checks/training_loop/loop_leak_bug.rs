use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::{Observation, Seen};

#[derive(Clone, Copy)]
pub struct Answer {
    pub standardize: fn(&[f64], usize) -> Vec<f64>,
}

const VALUES: [f64; 7] = [1.0, 3.0, 2.0, 6.0, 9.0, -4.0, 10.0];

fn observe(answer: &Answer) -> Vec<Observation> {
    [7, 4, 5, 2]
        .map(|train| {
            let call = format!("standardize({VALUES:?}, train = {train})");
            Observation::of(call, || Seen::Numbers((answer.standardize)(&VALUES, train)))
        })
        .into()
}

/// μ and σ, the square divided by `divisor`.
fn fit(values: &[f64], divisor: f64) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let square = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / divisor;
    (mean, square.sqrt())
}

fn apply(values: &[f64], (mean, deviation): (f64, f64)) -> Vec<f64> {
    values.iter().map(|x| (x - mean) / deviation).collect()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "all-values" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`train` is a parameter. Where is it used?",
        "What may a test sample know of the other test samples?",
    ],
    mistakes: &[
        Mistake {
            name: "all-values",
            answer: |_| Answer {
                standardize: |values, _| apply(values, fit(values, values.len() as f64)),
            },
            diagnosis: "Mean and deviation are those of all values, the test ones included.",
            hint: "Take them from the first `train` values.",
        },
        Mistake {
            name: "each-by-its-own",
            answer: |_| Answer {
                standardize: |values, train| {
                    let (known, others) = values.split_at(train);
                    let n = others.len() as f64;
                    let rest = apply(others, fit(others, n));
                    [apply(known, fit(known, train as f64)), rest].concat()
                },
            },
            diagnosis: "The test values are standardized by their own mean and deviation.",
            hint: "Apply those of the training values to all.",
        },
        Mistake {
            name: "only-the-mean",
            answer: |_| Answer {
                standardize: |values, train| {
                    let (mean, _) = fit(&values[..train], train as f64);
                    apply(values, (mean, fit(values, values.len() as f64).1))
                },
            },
            diagnosis: "The mean is right now; the deviation is still that of all values.",
            hint: "Both from the training values.",
        },
        Mistake {
            name: "test-untouched",
            answer: |_| Answer {
                standardize: |values, train| {
                    let (known, others) = values.split_at(train);
                    [apply(known, fit(known, train as f64)), others.to_vec()].concat()
                },
            },
            diagnosis: "The test values stay in their own unit.",
            hint: "The same shift and scale for all values.",
        },
        Mistake {
            name: "divided-by-n-minus-one",
            answer: |_| Answer {
                standardize: |values, train| {
                    apply(values, fit(&values[..train], train as f64 - 1.0))
                },
            },
            diagnosis: "The squares are divided by n - 1, which was not asked for.",
            hint: "The root of the mean square.",
        },
    ],
};
