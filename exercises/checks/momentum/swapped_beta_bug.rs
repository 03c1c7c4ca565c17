use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub velocities: fn(&Array1<f64>, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let gradients = array![1.0, -2.0, 0.5, 0.5, 4.0];
    [0.9, 0.6, 0.0]
        .iter()
        .map(|&beta| {
            Observation::of(format!("velocities(beta = {beta})"), || {
                (answer.velocities)(&gradients, beta)
            })
        })
        .collect()
}

/// v ← keep·v + take·g from a share of the first gradient.
fn mean(gradients: &Array1<f64>, keep: f64, take: f64, first: f64) -> Array1<f64> {
    let mut velocity = first * gradients[0];
    gradients.mapv(|gradient| {
        velocity = keep * velocity + take * gradient;
        velocity
    })
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "swapped" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Feed it the gradients $1, 0, 0, 0$ and $\\beta = 0.9$. What is left of the $1$ \
         after one step?",
        "With $\\beta = 0$ momentum is gradient descent. What does this function give?",
    ],
    mistakes: &[
        Mistake {
            name: "swapped",
            answer: |_| Answer {
                velocities: |gradients, beta| mean(gradients, 1.0 - beta, beta, 0.0),
            },
            diagnosis: "β and 1 − β are swapped: with β = 0.9 a tenth of the velocity is \
                        kept.",
            hint: "The old velocity is multiplied by β.",
        },
        Mistake {
            name: "sum-for-the-average",
            answer: |_| Answer {
                velocities: |gradients, beta| mean(gradients, beta, 1.0, 0.0),
            },
            diagnosis: "The old velocity is right now, but this is the sum: the gradient \
                        enters whole.",
            hint: "In the moving average it has the weight 1 − β.",
        },
        Mistake {
            name: "beta-for-both",
            answer: |_| Answer {
                velocities: |gradients, beta| mean(gradients, beta, beta, 0.0),
            },
            diagnosis: "Both weights are β now, and do not add up to one.",
            hint: "The gradient has the weight 1 − β.",
        },
        Mistake {
            name: "starts-at-the-first-gradient",
            answer: |_| Answer {
                velocities: |gradients, beta| mean(gradients, beta, 1.0 - beta, 1.0),
            },
            diagnosis: "The weights are right, but the velocity starts at the first \
                        gradient instead of zero, as with PyTorch's dampening.",
            hint: "Leave the start as it was.",
        },
    ],
};
