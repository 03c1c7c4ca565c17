use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub gradient: fn(&Array1<f64>, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(array![2.0, -0.5, 290.0], 0.1), (array![1.0, 16.0], 2.0)]
        .map(|(theta, lambda)| {
            let label = format!("gradient({theta}, lambda = {lambda})");
            Observation::of(label, || (answer.gradient)(&theta, lambda))
        })
        .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "bias-decays" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "What does this gradient do to a bias of $290$ when the fit is already perfect?",
        "Which of the parameters occur in $\\frac{\\lambda}{2} \\sum_j w_j^2$?",
    ],
    mistakes: &[
        Mistake {
            name: "bias-decays",
            answer: |_| Answer { gradient: |t, l| t * l },
            diagnosis: "The bias is pulled toward zero like a weight.",
            hint: "Its entry of the gradient is 0.",
        },
        Mistake {
            name: "bias-left-out",
            answer: |_| Answer {
                gradient: |t, l| t.iter().take(t.len() - 1).map(|w| l * w).collect(),
            },
            diagnosis: "The bias has no entry any more: the gradient does not fit theta.",
            hint: "Keep the shape, and make the last entry 0.",
        },
        Mistake {
            name: "first-spared",
            answer: |_| Answer { gradient: |t, l| except(t, 0, l) },
            diagnosis: "The first entry is spared; it is a weight. The bias is last.",
            hint: "theta = (w, b).",
        },
        Mistake {
            name: "factor-two",
            answer: |_| Answer { gradient: |t, l| except(t, t.len() - 1, 2.0 * l) },
            diagnosis: "The bias is spared now, but the weights are pulled twice as hard.",
            hint: "The derivative of lambda/2 w² is lambda w.",
        },
        Mistake {
            name: "nothing-decays",
            answer: |_| Answer { gradient: |t, _| Array1::zeros(t.len()) },
            diagnosis: "Nothing is charged any more.",
            hint: "The weights still pay.",
        },
    ],
};

/// λ times every parameter but one.
fn except(theta: &Array1<f64>, spared: usize, lambda: f64) -> Array1<f64> {
    Array1::from_shape_fn(
        theta.len(),
        |j| if j == spared { 0.0 } else { lambda * theta[j] },
    )
}
