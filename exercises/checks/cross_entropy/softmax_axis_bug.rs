use ndarray::{Array1, Array2, Axis, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub softmax_of_rows: fn(&Array2<f64>) -> Array2<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        array![[1.0, 0.0], [0.0, 1.0]],
        array![[1.0, 2.0, 3.0], [0.0, 0.0, 0.0]],
        array![[1000.0, 1001.0], [-1000.0, -1001.0], [0.5, -0.5]],
    ]
    .map(|logits| {
        let rows: Vec<String> =
            logits.rows().into_iter().map(|row| row.to_string()).collect();
        let label = format!("softmax_of_rows([{}])", rows.join(", "));
        Observation::of(label, || -> Array1<f64> {
            (answer.softmax_of_rows)(&logits).iter().copied().collect()
        })
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "over-the-columns" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Add up each row of the result, and each column.",
        "What does `axis_iter_mut(Axis(1))` yield: rows or columns?",
    ],
    mistakes: &[
        Mistake {
            name: "over-the-columns",
            answer: |_| Answer { softmax_of_rows: |z| over(z, 1) },
            diagnosis: "The columns sum to one instead of the rows: the softmax compares samples, not classes.",
            hint: "Iterate over the rows.",
        },
        Mistake {
            name: "over-everything",
            answer: |_| Answer {
                softmax_of_rows: |z| {
                    let e = z.mapv(|x| (x - max(z)).exp());
                    let sum = e.sum();
                    e / sum
                },
            },
            diagnosis: "All numbers together sum to one.",
            hint: "Normalize each row by itself.",
        },
        Mistake {
            name: "largest-of-the-batch",
            answer: |_| Answer {
                softmax_of_rows: |z| {
                    let mut e = z.mapv(|x| (x - max(z)).exp());
                    for mut row in e.axis_iter_mut(Axis(0)) {
                        let sum = row.sum();
                        row /= sum;
                    }
                    e
                },
            },
            diagnosis: "The rows are normalized, but shifted by the largest logit of the whole batch: a row far below it underflows to 0 divided by 0.",
            hint: "Take the largest logit of each row.",
        },
        Mistake {
            name: "not-shifted",
            answer: |_| Answer {
                softmax_of_rows: |z| {
                    let mut e = z.mapv(f64::exp);
                    for mut row in e.axis_iter_mut(Axis(0)) {
                        let sum = row.sum();
                        row /= sum;
                    }
                    e
                },
            },
            diagnosis: "The rows are normalized, but large logits overflow now.",
            hint: "Keep the subtraction of the largest logit.",
        },
        Mistake {
            name: "transposed",
            answer: |_| Answer { softmax_of_rows: |z| over(&z.t().to_owned(), 0) },
            diagnosis: "The softmax is over the right axis of the transposed matrix: rows and columns of the result are swapped.",
            hint: "The result has the shape of the input.",
        },
    ],
};

fn max(z: &Array2<f64>) -> f64 {
    z.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

fn over(z: &Array2<f64>, axis: usize) -> Array2<f64> {
    let mut p = z.clone();
    for mut lane in p.axis_iter_mut(Axis(axis)) {
        let largest = lane.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        lane.mapv_inplace(|x| (x - largest).exp());
        let sum = lane.sum();
        lane /= sum;
    }
    p
}
