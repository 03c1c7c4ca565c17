use ndarray::{Array1, Array2, ArrayView1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub distances: fn(&Array2<f64>) -> Array2<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let plain = array![[0.0, 0.0], [3.0, 4.0], [-1.0, 2.0]];
    // Near each other: the short cut loses the difference in the rounding of numbers of
    // the order of a hundred, and happens to come out below zero.
    let near = array![[8.9, 7.7], [8.900_000_1, 7.7]];
    // Far from zero: it is wrong, but not below zero.
    let far = array![[1e5 + 0.1, 1e5], [1e5 + 0.1 + 2e-5, 1e5], [1e5, 1e5 + 0.3]];
    [("three points", plain), ("near points", near), ("points far from zero", far)]
        .map(|(what, embeddings)| {
            Observation::of(format!("distances({what})"), || -> Array1<f64> {
                (answer.distances)(&embeddings).flatten().to_owned()
            })
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "`Array2::from_shape_fn((n, n), |(i, j)| …)` builds the matrix from one pair at a \
         time.",
        "Subtract first, then square and add up, then take the root.",
    ],
    mistakes: &[
        Mistake {
            name: "short-cut",
            answer: |_| Answer {
                distances: |x| matrix(x, |x, y| short_cut(x, y).sqrt()),
            },
            diagnosis: "The short cut with squares and a product: near points far from \
                        zero come out wrong, or as NaN.",
            hint: "Subtract the embeddings before you square anything.",
        },
        Mistake {
            name: "short-cut-cut-off",
            answer: |_| Answer {
                distances: |x| matrix(x, |x, y| short_cut(x, y).max(0.0).sqrt()),
            },
            diagnosis: "The short cut with a cut-off at zero: no NaN any more, but near \
                        points far from zero still have the wrong distance.",
            hint: "Subtract the embeddings before you square anything.",
        },
        Mistake {
            name: "squared",
            answer: |_| Answer {
                distances: |x| matrix(x, |x, y| (&x - &y).mapv(|d| d * d).sum()),
            },
            diagnosis: "These are the squared distances.",
            hint: "Take the root of each.",
        },
        Mistake {
            name: "along-the-axes",
            answer: |_| Answer {
                distances: |x| matrix(x, |x, y| (&x - &y).mapv(f64::abs).sum()),
            },
            diagnosis: "These are sums of absolute differences.",
            hint: "Square the differences, add them up, take the root.",
        },
        Mistake {
            name: "with-an-epsilon",
            answer: |_| Answer {
                distances: |x| {
                    matrix(x, |x, y| (&x - &y).mapv(|d| (d + 1e-6).powi(2)).sum().sqrt())
                },
            },
            diagnosis: "Something like 1e-6 was added to each difference, as PyTorch \
                        does: an embedding is not at distance 0 from itself.",
            hint: "Leave it out; nothing here divides by a distance.",
        },
    ],
};

fn matrix(
    x: &Array2<f64>,
    f: impl Fn(ArrayView1<f64>, ArrayView1<f64>) -> f64,
) -> Array2<f64> {
    Array2::from_shape_fn((x.nrows(), x.nrows()), |(i, j)| f(x.row(i), x.row(j)))
}

fn short_cut(x: ArrayView1<f64>, y: ArrayView1<f64>) -> f64 {
    x.dot(&x) + y.dot(&y) - 2.0 * x.dot(&y)
}
