use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: fn(f64, f64, f64, f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    // Gradients far above, near and below an epsilon of 10⁻¹⁰ below the root.
    [(3.0, 25.0), (1e-6, 1e-12), (-1e-6, 4e-12), (1e-5, 1e-10)]
        .map(|(gradient, squares)| {
            let label = format!(
                "step(theta = 1, gradient = {gradient:e}, squares = {squares:e}, rate = \
                 0.5, epsilon = 1e-10)"
            );
            Observation::of(label, || (answer.step)(1.0, gradient, squares, 0.5, 1e-10))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "epsilon-below-the-root" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Put in $g = 10^{-6}$ and $G = g^2$. How long should the step be, and how long \
         is it?",
        "In which units is $\\varepsilon$ where the code has it, and in which where the \
         formula has it?",
    ],
    mistakes: &[
        Mistake {
            name: "epsilon-below-the-root",
            answer: |_| Answer { step: |t, g, s, rate, e| t - rate * g / (s + e).sqrt() },
            diagnosis: "epsilon is below the root, where it is compared with a squared \
                        gradient.",
            hint: "Take the root first, then add epsilon.",
        },
        Mistake {
            name: "root-of-epsilon",
            answer: |_| Answer {
                step: |t, g, s, rate, e| t - rate * g / (s.sqrt() + e.sqrt()),
            },
            diagnosis: "The root of epsilon is added to the root of G: the small \
                        gradients are still lost.",
            hint: "Add epsilon itself.",
        },
        Mistake {
            name: "uphill",
            answer: |_| Answer { step: |t, g, s, rate, e| t + rate * g / (s.sqrt() + e) },
            diagnosis: "epsilon is where it should be, but the step goes uphill.",
            hint: "Subtract the step.",
        },
    ],
};
