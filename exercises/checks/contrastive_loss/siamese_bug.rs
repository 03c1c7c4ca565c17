use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// θ, x₁ and x₂ in, the gradient out.
type Gradient = fn(&Array1<f64>, &Array1<f64>, &Array1<f64>) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub gradient: Gradient,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (array![2.0, 0.0], array![1.0, 0.0], array![0.0, 1.0]),
        (array![0.5, -1.0, 2.0], array![1.0, 2.0, 3.0], array![-1.0, 0.5, 1.0]),
        (array![1.0, 1.0], array![3.0, 1.0], array![3.0, 1.0]),
    ]
    .map(|(theta, x1, x2)| {
        let label = format!("gradient(theta = {theta}, x1 = {x1}, x2 = {x2})");
        Observation::of(label, || (answer.gradient)(&theta, &x1, &x2))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "second-pass-forgotten" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "How often does $\\theta$ occur in the loss?",
        "Write the loss as a function of the two embeddings. It has two partial \
         derivatives, and $\\theta$ stands behind both.",
    ],
    mistakes: &[
        Mistake {
            name: "second-pass-forgotten",
            answer: |_| Answer { gradient: |t, x1, x2| difference(t, x1, x2) * x1 },
            diagnosis: "Only the first pass passes a gradient on.",
            hint: "θ is in the second embedding, too.",
        },
        Mistake {
            name: "first-pass-forgotten",
            answer: |_| Answer { gradient: |t, x1, x2| -difference(t, x1, x2) * x2 },
            diagnosis: "Now only the second pass passes a gradient on.",
            hint: "Add both.",
        },
        Mistake {
            name: "added-with-equal-signs",
            answer: |_| Answer {
                gradient: |t, x1, x2| {
                    let g = difference(t, x1, x2);
                    g * x1 + g * x2
                },
            },
            diagnosis: "Both passes count, but with the same sign. The loss depends on \
                        f1 - f2: its derivative by the second embedding is the negative.",
            hint: "A similar pair is drawn together from both sides.",
        },
        Mistake {
            name: "averaged",
            answer: |_| Answer {
                gradient: |t, x1, x2| {
                    let g = difference(t, x1, x2) / 2.0;
                    g * x1 - g * x2
                },
            },
            diagnosis: "The two gradients were averaged.",
            hint: "The chain rule adds what comes along different ways.",
        },
        Mistake {
            name: "first-embedding-alone",
            answer: |_| Answer { gradient: |t, x1, x2| 2.0 * t.dot(x1) * (x1 - x2) },
            diagnosis: "The factor is the first embedding, not the difference of both.",
            hint: "Differentiate the square: 2 (f1 - f2) times what is inside it.",
        },
    ],
};

/// 2 (f₁ − f₂).
fn difference(theta: &Array1<f64>, x1: &Array1<f64>, x2: &Array1<f64>) -> f64 {
    2.0 * (theta.dot(x1) - theta.dot(x2))
}
