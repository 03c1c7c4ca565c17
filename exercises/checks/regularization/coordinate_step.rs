use ndarray::{Array1, Array2, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

type Update = fn(usize, &Array1<f64>, &Array2<f64>, &Array1<f64>, f64) -> f64;

#[derive(Clone, Copy)]
pub struct Answer {
    pub update: Update,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let gram = array![[2.0, 0.5, -1.0], [0.5, 4.0, 0.25], [-1.0, 0.25, 1.5]];
    let covariance = array![3.0, -1.0, 0.5];
    let weights = array![1.0, -2.0, 0.5];
    // Weights above zero, below zero, and at zero after the update.
    [(0, 0.5), (1, 0.25), (2, 0.75), (2, 3.0), (0, 0.0)]
        .map(|(j, lambda)| {
            let label = format!("update(j = {j}, {weights}, lambda = {lambda})");
            Observation::of(label, || {
                (answer.update)(j, &weights, &gram, &covariance, lambda)
            })
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write down the terms that contain $w_j$: one with $w_j^2$, some with $w_j$, and \
         one with $|w_j|$.",
        "What pulls on $w_j$ is $a = c_j - \\sum_{i \\ne j} G_{ji} w_i$, without its own part \
         $G_{jj} w_j$.",
        "Soft-threshold $a$ by $\\lambda$; then divide.",
    ],
    mistakes: &[
        Mistake {
            name: "own-part-left-in",
            answer: |_| Answer {
                update: |j, w, g, c, l| soft(c[j] - g.row(j).dot(w), l) / g[[j, j]],
            },
            diagnosis: "The weight's own part, G_jj w_j, was subtracted with the others.",
            hint: "Add it back, or leave i = j out of the sum.",
        },
        Mistake {
            name: "others-ignored",
            answer: |_| Answer { update: |j, _, g, c, l| soft(c[j], l) / g[[j, j]] },
            diagnosis: "The other weights were left out: this is right only for features \
                        without correlation.",
            hint: "Subtract what the others explain already.",
        },
        Mistake {
            name: "not-divided",
            answer: |_| Answer { update: |j, w, g, c, l| soft(pull(j, w, g, c), l) },
            diagnosis: "The curvature G_jj is missing.",
            hint: "The square has the factor G_jj/2, so the result is divided by G_jj.",
        },
        Mistake {
            name: "divided-first",
            answer: |_| Answer {
                update: |j, w, g, c, l| soft(pull(j, w, g, c) / g[[j, j]], l),
            },
            diagnosis: "The pull was divided by G_jj before the threshold; the threshold \
                        would have to be lambda / G_jj then.",
            hint: "Soft-threshold the pull by lambda, then divide.",
        },
        Mistake {
            name: "not-thresholded",
            answer: |_| Answer { update: |j, w, g, c, _| pull(j, w, g, c) / g[[j, j]] },
            diagnosis: "This is the update of least squares, without a penalty.",
            hint: "The penalty takes lambda from the pull.",
        },
        Mistake {
            name: "ridge-instead",
            answer: |_| Answer {
                update: |j, w, g, c, l| pull(j, w, g, c) / (g[[j, j]] + l),
            },
            diagnosis: "This is the update of ridge, lambda/2 Σw².",
            hint: "|w| has a constant slope: it goes into the numerator.",
        },
        Mistake {
            name: "threshold-halved",
            answer: |_| Answer {
                update: |j, w, g, c, l| soft(pull(j, w, g, c), 0.5 * l) / g[[j, j]],
            },
            diagnosis: "The threshold is lambda/2, which belongs to the mean squared error \
                        without its half.",
            hint: "The loss is 1/2n times the sum, so the threshold is lambda.",
        },
    ],
};

fn pull(j: usize, w: &Array1<f64>, g: &Array2<f64>, c: &Array1<f64>) -> f64 {
    c[j] - g.row(j).dot(w) + g[[j, j]] * w[j]
}

fn soft(weight: f64, threshold: f64) -> f64 {
    weight - weight.clamp(-threshold, threshold)
}
