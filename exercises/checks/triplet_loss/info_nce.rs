use ndarray::{Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array2<f64>, &Array2<f64>, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let queries = array![[1.0, 0.0], [0.6, 0.8], [-0.8, 0.6]];
    let keys = array![[0.8, 0.6], [0.0, 1.0], [-1.0, 0.5]];
    let large = array![[40.0, 0.0], [0.0, 30.0]];
    vec![
        Observation::of("value(three pairs, temperature = 1)", || {
            (answer.value)(&queries, &keys, 1.0)
        }),
        Observation::of("value(three pairs, temperature = 0.25)", || {
            (answer.value)(&queries, &keys, 0.25)
        }),
        Observation::of("value(similarities of a thousand, temperature = 1)", || {
            (answer.value)(&large, &large, 1.0)
        }),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`queries.dot(&keys.t())` gives all similarities at once.",
        "Each row of them is a vector of logits, and the right class of row $i$ is $i$.",
        "If the check reports NaN or infinity, take the largest similarity of the row out \
         of the exponentials.",
    ],
    mistakes: &[
        Mistake {
            name: "overflow",
            answer: |_| Answer {
                value: |q, k, t| {
                    mean(q, k, t, |row, i| {
                        row.iter().map(|s| s.exp()).sum::<f64>().ln() - row[i]
                    })
                },
            },
            diagnosis: "e to the power of a thousand is infinite.",
            hint: "Subtract the largest similarity of the row first, and add it back \
                   after the logarithm.",
        },
        Mistake {
            name: "temperature-multiplied",
            answer: |_| Answer {
                value: |q, k, t| mean(q, k, 1.0 / t, |row, i| log_sum(row) - row[i]),
            },
            diagnosis: "The similarities were multiplied by the temperature.",
            hint: "Divide by it: a low temperature makes large differences.",
        },
        Mistake {
            name: "temperature-left-out",
            answer: |_| Answer {
                value: |q, k, _| mean(q, k, 1.0, |row, i| log_sum(row) - row[i]),
            },
            diagnosis: "The temperature has no effect.",
            hint: "Divide the similarities by it.",
        },
        Mistake {
            name: "key-left-out-of-the-sum",
            answer: |_| Answer {
                value: |q, k, t| {
                    mean(q, k, t, |row, i| {
                        let others: Vec<f64> =
                            (0..row.len()).filter(|&j| j != i).map(|j| row[j]).collect();
                        log_sum(&others) - row[i]
                    })
                },
            },
            diagnosis: "The sum runs over the negatives alone. The loss can then be \
                        negative, and falls without end.",
            hint: "The query's own key is one of the candidates.",
        },
        Mistake {
            name: "sign-reversed",
            answer: |_| Answer {
                value: |q, k, t| mean(q, k, t, |row, i| row[i] - log_sum(row)),
            },
            diagnosis: "This is the logarithm of the probability; the loss is its \
                        negative.",
            hint: "A loss is 0 at best, and positive otherwise.",
        },
        Mistake {
            name: "sum",
            answer: |_| Answer {
                value: |q, k, t| {
                    q.nrows() as f64 * mean(q, k, t, |row, i| log_sum(row) - row[i])
                },
            },
            diagnosis: "The loss is the sum over the queries, not their mean.",
            hint: "Divide by n.",
        },
        Mistake {
            name: "queries-of-the-keys",
            answer: |_| Answer {
                value: |q, k, t| mean(k, q, t, |row, i| log_sum(row) - row[i]),
            },
            diagnosis: "Queries and keys are swapped: the sum runs over the queries of \
                        each key. (CLIP averages both directions.)",
            hint: "Row i of Q Kᵀ has the candidates of query i.",
        },
    ],
};

fn mean(
    q: &Array2<f64>,
    k: &Array2<f64>,
    t: f64,
    f: impl Fn(&[f64], usize) -> f64,
) -> f64 {
    let s = q.dot(&k.t()) / t;
    let rows = s.rows().into_iter().enumerate();
    rows.map(|(i, row)| f(&row.to_vec(), i)).sum::<f64>() / q.nrows() as f64
}

fn log_sum(row: &[f64]) -> f64 {
    let largest = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    largest + row.iter().map(|s| (s - largest).exp()).sum::<f64>().ln()
}
