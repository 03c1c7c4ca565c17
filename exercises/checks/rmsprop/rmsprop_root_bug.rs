use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: fn(f64, f64, f64, f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(1.0, 0.9), (1e-3, 1e-6), (-2e-3, 9e-6), (30.0, 400.0)]
        .map(|(gradient, square)| {
            let label = format!(
                "step(theta = 2, gradient = {gradient}, mean_square = {square}, rate = \
                 0.1, epsilon = 1e-4)"
            );
            Observation::of(label, || (answer.step)(2.0, gradient, square, 0.1, 1e-4))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "root-forgotten" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Put in $g = 10^{-3}$ and $v = g^2$. How long should the step be?",
        "Write the units of numerator and denominator below each other.",
    ],
    mistakes: &[
        Mistake {
            name: "root-forgotten",
            answer: |_| Answer { step: |t, g, v, rate, e| t - rate * g / (v + e) },
            diagnosis: "The gradient is divided by v, not by its root.",
            hint: "Take the root of v.",
        },
        Mistake {
            name: "epsilon-below-the-root",
            answer: |_| Answer { step: |t, g, v, rate, e| t - rate * g / (v + e).sqrt() },
            diagnosis: "The root is there, but epsilon is below it, in units of a squared \
                        gradient: it damps the small ones.",
            hint: "Take the root of v alone, then add epsilon.",
        },
        Mistake {
            name: "both-under-roots",
            answer: |_| Answer {
                step: |t, g, v, rate, e| {
                    t - rate * g.abs().sqrt() * g.signum() / (v.sqrt() + e)
                },
            },
            diagnosis: "The root of the gradient was taken too.",
            hint: "Only the mean of squares needs a root.",
        },
    ],
};
