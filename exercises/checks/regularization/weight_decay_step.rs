use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let theta = array![3.0, -1.0, 0.5, 10.0];
    [
        (array![1.0, -2.0, 0.0, 4.0], 0.1, 0.5),
        (array![0.0, 0.0, 0.0, 0.0], 0.25, 2.0),
        (array![-1.0, 0.5, 3.0, -2.0], 0.5, 0.0),
    ]
    .map(|(gradient, rate, decay)| {
        let label = format!(
            "step({theta}, gradient = {gradient}, rate = {rate}, decay = {decay})"
        );
        Observation::of(label, || (answer.step)(&theta, &gradient, rate, decay))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Without a gradient each weight shrinks to $1 - \\eta\\lambda$ of its size; the bias \
         stays.",
        "`next.slice_mut(s![..-1])` gives you the weights to scale in place.",
    ],
    mistakes: &[
        Mistake {
            name: "bias-decays",
            answer: |_| Answer { step: |t, g, r, d| t * (1.0 - r * d) - g * r },
            diagnosis: "The bias decays too.",
            hint: "Shrink all entries but the last.",
        },
        Mistake {
            name: "decay-without-rate",
            answer: |_| Answer { step: |t, g, r, d| shrunk(t, 1.0 - d) - g * r },
            diagnosis: "The weights shrink by lambda instead of eta lambda: a hundred times \
                        too much at a rate of 0.01.",
            hint: "The factor is 1 - rate * decay.",
        },
        Mistake {
            name: "step-decays-too",
            answer: |_| Answer {
                step: |t, g, r, d| shrunk(&(t - &(g * r)), 1.0 - r * d),
            },
            diagnosis: "The step was taken first and shrunk then: the gradient's part decays \
                        as well.",
            hint: "Shrink the weight before the step, and add the step to that.",
        },
        Mistake {
            name: "weights-grow",
            answer: |_| Answer { step: |t, g, r, d| shrunk(t, 1.0 + r * d) - g * r },
            diagnosis: "The weights grow: the sign of the decay is wrong.",
            hint: "The gradient of the penalty is lambda w; descent subtracts it.",
        },
        Mistake {
            name: "decay-doubled",
            answer: |_| Answer {
                step: |t, g, r, d| shrunk(t, 1.0 - 2.0 * r * d) - g * r,
            },
            diagnosis: "The weights shrink by 2 eta lambda, which belongs to the penalty \
                        lambda w² without its half.",
            hint: "The factor is 1 - rate * decay.",
        },
        Mistake {
            name: "uphill",
            answer: |_| Answer { step: |t, g, r, d| shrunk(t, 1.0 - r * d) + g * r },
            diagnosis: "The step goes uphill: the gradient was added.",
            hint: "Subtract the rate times the gradient.",
        },
        Mistake {
            name: "decay-of-the-gradient",
            answer: |_| Answer { step: |t, g, r, d| t - &(shrunk(g, 1.0 - r * d) * r) },
            diagnosis: "The gradient was shrunk, not the weight.",
            hint: "The decay multiplies the weight.",
        },
    ],
};

/// All entries but the last, times this factor.
fn shrunk(theta: &Array1<f64>, factor: f64) -> Array1<f64> {
    let last = theta.len() - 1;
    Array1::from_shape_fn(theta.len(), |j| {
        if j == last { theta[j] } else { factor * theta[j] }
    })
}
