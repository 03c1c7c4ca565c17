use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub combine: fn(&[Array1<f64>], &[usize]) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let gradients = [array![1.0, -2.0], array![4.0, 0.5], array![0.0, 0.0]];
    [vec![2, 2], vec![6, 2], vec![1, 4], vec![3, 1, 0], vec![5]]
        .map(|sizes| {
            let gradients = &gradients[..sizes.len()];
            let call = format!("combine(sizes = {sizes:?})");
            Observation::of(call, || (answer.combine)(gradients, &sizes))
        })
        .into()
}

/// Σ wₖ gₖ.
fn weighted(gradients: &[Array1<f64>], weight: impl Fn(usize) -> f64) -> Array1<f64> {
    let mut sum = Array1::zeros(gradients[0].len());
    for (piece, gradient) in gradients.iter().enumerate() {
        sum.scaled_add(weight(piece), gradient);
    }
    sum
}

fn all(sizes: &[usize]) -> f64 {
    sizes.iter().sum::<usize>() as f64
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "The sum over a piece is its size times its mean.",
        "Divide by the number of all samples, once.",
    ],
    mistakes: &[
        Mistake {
            name: "mean-of-means",
            answer: |_| Answer { combine: |g, _| weighted(g, |_| 1.0 / g.len() as f64) },
            diagnosis: "Every piece has the same say, whatever its size.",
            hint: "Weigh each piece with its number of samples.",
        },
        Mistake {
            name: "sum-of-means",
            answer: |_| Answer { combine: |g, _| weighted(g, |_| 1.0) },
            diagnosis: "The means are added up: the step grows with the number of pieces.",
            hint: "The result is a mean over all samples.",
        },
        Mistake {
            name: "not-divided",
            answer: |_| Answer {
                combine: |g, sizes| weighted(g, |piece| sizes[piece] as f64),
            },
            diagnosis: "This is the sum over all samples.",
            hint: "Divide by the number of all samples.",
        },
        Mistake {
            name: "divided-by-the-pieces",
            answer: |_| Answer {
                combine: |g, sizes| {
                    weighted(g, |piece| sizes[piece] as f64 / g.len() as f64)
                },
            },
            diagnosis: "The sum over all samples is divided by the number of pieces.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "inverse-sizes",
            answer: |_| Answer {
                combine: |g, sizes| {
                    weighted(g, |piece| {
                        if sizes[piece] == 0 {
                            0.0
                        } else {
                            (all(sizes) - sizes[piece] as f64) / all(sizes)
                        }
                    })
                },
            },
            diagnosis: "Small pieces count for more than large ones.",
            hint: "The weight of a piece is its share of the samples.",
        },
        Mistake {
            name: "last-piece-only",
            answer: |_| Answer { combine: |g, _| g[g.len() - 1].clone() },
            diagnosis: "Only the last piece is left: the others were overwritten.",
            hint: "Add up in a buffer.",
        },
    ],
};
