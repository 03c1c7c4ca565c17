use ndarray::{Array1, array, s};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, f64) -> f64,
    pub gradient: fn(&Array1<f64>, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (theta, lambda) in
        [(array![3.0, -1.0, 0.0, 10.0], 0.5), (array![-0.4, 7.0, 2.0], 3.0)]
    {
        let input = format!("theta = {theta}, lambda = {lambda}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&theta, lambda)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&theta, lambda)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "The weights are all entries but the last: `theta.slice(s![..-1])`.",
        "Differentiate $\\frac{\\lambda}{2} w_j^2$. What is the derivative with respect to \
         $b$, which does not occur?",
    ],
    mistakes: &[
        Mistake {
            name: "value-with-bias",
            answer: |right| Answer { value: |t, l| 0.5 * l * t.dot(t), ..right },
            diagnosis: "The value charges the bias too.",
            hint: "Leave the last entry out.",
        },
        Mistake {
            name: "value-not-halved",
            answer: |right| Answer { value: |t, l| l * squares(t), ..right },
            diagnosis: "The value is lambda Σw², twice as much as asked for.",
            hint: "The half is in front of the sum.",
        },
        Mistake {
            name: "value-averaged",
            answer: |right| Answer {
                value: |t, l| 0.5 * l * squares(t) / (t.len() - 1) as f64,
                ..right
            },
            diagnosis: "The value is a mean over the weights. A penalty is a sum: it must \
                        not become cheaper because there are more weights.",
            hint: "Do not divide.",
        },
        Mistake {
            name: "value-is-a-norm",
            answer: |right| Answer { value: |t, l| 0.5 * l * squares(t).sqrt(), ..right },
            diagnosis: "The value has a root: it is the norm of the weights, not its square.",
            hint: "Leave the root out.",
        },
        Mistake {
            name: "gradient-with-bias",
            answer: |right| Answer { gradient: |t, l| t * l, ..right },
            diagnosis: "The bias decays too: its entry of the gradient is not zero.",
            hint: "The last entry of the gradient is 0.",
        },
        Mistake {
            name: "gradient-doubled",
            answer: |right| Answer {
                gradient: |t, l| on_weights(t, |w| 2.0 * l * w),
                ..right
            },
            diagnosis: "The gradient is 2 lambda w, which belongs to lambda w² without the \
                        half.",
            hint: "The half cancels the 2.",
        },
        Mistake {
            name: "gradient-halved",
            answer: |right| Answer {
                gradient: |t, l| on_weights(t, |w| 0.5 * l * w),
                ..right
            },
            diagnosis: "The gradient is lambda/2 w: the 2 of the derivative is missing.",
            hint: "The derivative of w² is 2w.",
        },
        Mistake {
            name: "gradient-without-bias",
            answer: |right| Answer {
                gradient: |t, l| t.slice(s![..-1]).to_owned() * l,
                ..right
            },
            diagnosis: "The gradient is one entry short: it has no place for the bias.",
            hint: "Its shape is that of theta; the entry of the bias is 0.",
        },
        Mistake {
            name: "gradient-of-l1",
            answer: |right| Answer {
                gradient: |t, l| {
                    on_weights(t, |w| if w == 0.0 { 0.0 } else { l * w.signum() })
                },
                ..right
            },
            diagnosis: "This is the subgradient of L1, lambda sign(w).",
            hint: "L2 pulls in proportion to the weight.",
        },
    ],
};

/// Σw² without the bias.
fn squares(theta: &Array1<f64>) -> f64 {
    let weights = theta.slice(s![..-1]);
    weights.dot(&weights)
}

/// A function of each weight, and 0 for the bias.
fn on_weights(theta: &Array1<f64>, f: impl Fn(f64) -> f64) -> Array1<f64> {
    let mut gradient = theta.mapv(f);
    gradient[theta.len() - 1] = 0.0;
    gradient
}
