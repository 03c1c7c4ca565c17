use ndarray::{Array1, array, s};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

/// θ after a step, from θ, an input, its label, the decay and the rate.
type TakeStep = fn(&Array1<f64>, &Array1<f64>, f64, f64, f64) -> Array1<f64>;

#[derive(Clone, Copy)]
pub struct Answer {
    pub step: TakeStep,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let input = array![2.0, -1.0];
    // Inside the margin, on the wrong side, beyond the margin, and of class −1.
    [
        (array![0.5, 0.4, -0.1], 1.0),
        (array![-1.0, 0.5, 0.3], 1.0),
        (array![3.0, -2.0, 0.5], 1.0),
        (array![0.5, -1.5, 0.7], -1.0),
    ]
    .map(|(theta, label)| {
        let call = format!("step(theta = {theta}, input = {input}, label = {label})");
        Observation::of(call, || (answer.step)(&theta, &input, label, 0.5, 0.1))
    })
    .into()
}

/// What the mistakes differ in.
struct Step {
    /// The factor of w, where the sample pulls and where it does not.
    shrink: [f64; 2],
    /// The same of b.
    shrink_bias: f64,
    /// How far the sample moves θ, given its margin.
    pull: fn(f64) -> f64,
    /// Whether w shrinks after the sample has pulled.
    shrinks_last: bool,
}

const RIGHT: Step = Step {
    shrink: [0.95, 0.95],
    shrink_bias: 1.0,
    pull: |margin| if margin < 1.0 { 1.0 } else { 0.0 },
    shrinks_last: false,
};

/// The steps of the check are all taken at λ = 0.5 and η = 0.1.
fn take(
    step: &Step,
    theta: &Array1<f64>,
    input: &Array1<f64>,
    label: f64,
) -> Array1<f64> {
    let score = theta.slice(s![..2]).dot(input) + theta[2];
    let pull = (step.pull)(label * score);
    let shrink = step.shrink[usize::from(pull == 0.0)];
    let moved = 0.1 * label * pull;
    let mut next = theta.clone();
    for i in 0..2 {
        next[i] = if step.shrinks_last {
            shrink * (theta[i] + moved * input[i])
        } else {
            shrink * theta[i] + moved * input[i]
        };
    }
    next[2] = step.shrink_bias * theta[2] + moved;
    next
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write down the subgradient first: one for $y f < 1$, one for $y f \\ge 1$, each \
         with respect to $w$ and to $b$.",
        "The term $\\frac{\\lambda}{2}\\|w\\|^2$ has the gradient $\\lambda w$, whatever \
         the sample.",
        "Beyond the margin the step is $w \\leftarrow (1 - \\eta\\lambda) w$ and nothing \
         else.",
    ],
    mistakes: &[
        Mistake {
            name: "decay-left-out",
            answer: |_| Answer {
                step: |t, x, y, _, _| {
                    take(&Step { shrink: [1.0, 1.0], ..RIGHT }, t, x, y)
                },
            },
            diagnosis: "w does not shrink: the gradient of the regularizer is missing.",
            hint: "Multiply w by 1 - rate * decay.",
        },
        Mistake {
            name: "decay-only-beyond",
            answer: |_| Answer {
                step: |t, x, y, _, _| {
                    take(&Step { shrink: [1.0, 0.95], ..RIGHT }, t, x, y)
                },
            },
            diagnosis: "w shrinks only where the sample does not pull.",
            hint: "The regularizer is there at every step.",
        },
        Mistake {
            name: "decay-only-inside",
            answer: |_| Answer {
                step: |t, x, y, _, _| {
                    take(&Step { shrink: [0.95, 1.0], ..RIGHT }, t, x, y)
                },
            },
            diagnosis: "Beyond the margin nothing happens: the step was skipped along \
                        with the loss. But w shrinks at every step; without that the \
                        margin of separable samples grows too narrow.",
            hint: "Shrink first, then ask for the margin.",
        },
        Mistake {
            name: "decay-grows",
            answer: |_| Answer {
                step: |t, x, y, _, _| {
                    take(&Step { shrink: [1.05, 1.05], ..RIGHT }, t, x, y)
                },
            },
            diagnosis: "w grows: the gradient of the regularizer was added.",
            hint: "A step goes against the gradient: w - rate * decay * w.",
        },
        Mistake {
            name: "decay-doubled",
            answer: |_| Answer {
                step: |t, x, y, _, _| {
                    take(&Step { shrink: [0.9, 0.9], ..RIGHT }, t, x, y)
                },
            },
            diagnosis: "w shrinks by 1 - 2 * rate * decay: the convention with the 1/2 \
                        left out of the regularizer.",
            hint: "With λ/2 ‖w‖² the gradient is λw.",
        },
        Mistake {
            name: "bias-regularized",
            answer: |_| Answer {
                step: |t, x, y, _, _| take(&Step { shrink_bias: 0.95, ..RIGHT }, t, x, y),
            },
            diagnosis: "The bias shrinks too, so the line depends on where the origin \
                        lies.",
            hint: "The regularizer is about w alone.",
        },
        Mistake {
            name: "shrinks-last",
            answer: |_| Answer {
                step: |t, x, y, _, _| {
                    take(&Step { shrinks_last: true, ..RIGHT }, t, x, y)
                },
            },
            diagnosis: "The sample's pull shrinks along with w: (1 - ηλ)(w + ηyx) instead \
                        of (1 - ηλ)w + ηyx.",
            hint: "Both parts of the gradient are taken at the old w.",
        },
        Mistake {
            name: "always-pulled",
            answer: |_| Answer {
                step: |t, x, y, _, _| take(&Step { pull: |_| 1.0, ..RIGHT }, t, x, y),
            },
            diagnosis: "The sample pulls even from beyond the margin.",
            hint: "Where label * score is 1 or more, the loss is flat.",
        },
        Mistake {
            name: "perceptron",
            answer: |_| Answer {
                step: |t, x, y, _, _| {
                    let pull = |margin: f64| f64::from(margin < 0.0);
                    take(&Step { pull, ..RIGHT }, t, x, y)
                },
            },
            diagnosis: "Only samples on the wrong side pull: this is a perceptron that \
                        forgets.",
            hint: "Compare the margin with 1, not with 0.",
        },
        Mistake {
            name: "uphill",
            answer: |_| Answer {
                step: |t, x, y, _, _| {
                    let pull = |margin: f64| -f64::from(margin < 1.0);
                    take(&Step { pull, ..RIGHT }, t, x, y)
                },
            },
            diagnosis: "The sample is pushed off its side: the step follows the \
                        subgradient -yx in place of going against it.",
            hint: "Add rate * label * input.",
        },
    ],
};
