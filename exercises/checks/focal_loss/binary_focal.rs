use ndarray::{Array1, Zip, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> f64,
    pub gradient: fn(&Array1<f64>, &Array1<f64>, f64, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (logit, target) in [
        // Easy and hard samples of both classes, and logits beyond all bounds.
        (array![2.0, -1.0, 0.5, -3.0, 1.5, 0.0], array![1.0, 1.0, 0.0, 0.0, 0.0, 1.0]),
        (array![-800.0, 1.0], array![1.0, 0.0]),
    ] {
        let input =
            format!("logit = {logit}, target = {target}, alpha = 0.25, gamma = 2");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&logit, &target, 0.25, 2.0)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&logit, &target, 0.25, 2.0)
        }));
    }
    seen
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

fn surprise(z: f64) -> f64 {
    (-z).max(0.0) + (-z.abs()).exp().ln_1p()
}

/// The mean of f(logit of the right class, whether the sample is positive).
fn mean(z: &Array1<f64>, y: &Array1<f64>, f: fn(f64, bool) -> f64) -> f64 {
    let of = |&z: &f64, &y: &f64| f(if y == 1.0 { z } else { -z }, y == 1.0);
    Zip::from(z).and(y).map_collect(of).sum() / z.len() as f64
}

/// f over n, with the sign of the chain rule.
fn slopes(z: &Array1<f64>, y: &Array1<f64>, f: fn(f64, bool) -> f64) -> Array1<f64> {
    let of = |&z: &f64, &y: &f64| if y == 1.0 { f(z, true) } else { -f(-z, false) };
    Zip::from(z).and(y).map_collect(of) / z.len() as f64
}

fn weight(is_positive: bool) -> f64 {
    if is_positive { 0.25 } else { 0.75 }
}

/// The right loss of one sample, without its weight.
fn focal(z: f64) -> f64 {
    sigmoid(-z).powi(2) * surprise(z)
}

/// The right slope, without its weight.
fn slope(z: f64) -> f64 {
    let (right, wrong) = (sigmoid(z), sigmoid(-z));
    -wrong.powi(2) * (wrong + 2.0 * right * surprise(z))
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write one function of the logit of the right class, and call it with $z$ or with \
         $-z$.",
        "$1 - \\sigma(z) = \\sigma(-z)$ and $-\\ln\\sigma(z) = \\max(-z, 0) + \\ln(1 + \
         e^{-|z|})$.",
        "For $y = 1$ the derivative is $-\\alpha (1 - p)^\\gamma (1 - p - \\gamma p \\ln \
         p)$. For $y = 0$ exchange $p$ and $1 - p$, and turn the sign.",
    ],
    mistakes: &[
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |z, y, _, _| {
                    z.len() as f64 * mean(z, y, |z, positive| weight(positive) * focal(z))
                },
                ..right
            },
            diagnosis: "The value is the sum of the losses, not their mean.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "alpha-for-both",
            answer: |right| Answer {
                value: |z, y, _, _| mean(z, y, |z, _| 0.25 * focal(z)),
                ..right
            },
            diagnosis: "Both classes are weighted with α, which only scales the loss. The \
                        negative class has 1 - α.",
            hint: "Use 1 - alpha where the target is 0.",
        },
        Mistake {
            name: "alphas-exchanged",
            answer: |right| Answer {
                value: |z, y, _, _| {
                    mean(z, y, |z, positive| weight(!positive) * focal(z))
                },
                ..right
            },
            diagnosis: "α and 1 - α are exchanged.",
            hint: "α belongs to the positive class, y = 1.",
        },
        Mistake {
            name: "probability-rounded",
            answer: |right| Answer {
                value: |z, y, _, _| {
                    mean(z, y, |z, positive| {
                        weight(positive) * sigmoid(-z).powi(2) * -sigmoid(z).ln()
                    })
                },
                ..right
            },
            diagnosis: "At the logit -800 the probability is rounded to 0, and its \
                        logarithm is infinite. The loss is 800.",
            hint: "Compute -ln σ(z) from z.",
        },
        Mistake {
            name: "cross-entropy",
            answer: |right| Answer {
                value: |z, y, _, _| {
                    mean(z, y, |z, positive| weight(positive) * surprise(z))
                },
                ..right
            },
            diagnosis: "This is weighted cross-entropy: the factor (1 - p_t)^γ is missing.",
            hint: "Multiply by the probability of the wrong class, to the power γ.",
        },
        Mistake {
            name: "power-of-the-right-class",
            answer: |right| Answer {
                value: |z, y, _, _| {
                    mean(z, y, |z, positive| {
                        weight(positive) * sigmoid(z).powi(2) * surprise(z)
                    })
                },
                ..right
            },
            diagnosis: "The factor is p_t^γ: it takes the weight from the hard samples.",
            hint: "The factor has to be small for easy samples, where p_t is near 1.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |z, y, _, _| {
                    z.len() as f64
                        * slopes(z, y, |z, positive| weight(positive) * slope(z))
                },
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "gradient-with-constant-factor",
            answer: |right| Answer {
                gradient: |z, y, _, _| {
                    slopes(z, y, |z, positive| -weight(positive) * sigmoid(-z).powi(3))
                },
                ..right
            },
            diagnosis: "The factor (1 - p_t)^γ was treated as a constant: its own \
                        derivative, γ p_t ln p_t, is missing.",
            hint: "Differentiate the product.",
        },
        Mistake {
            name: "gradient-sign-of-the-negatives",
            answer: |right| Answer {
                gradient: |z, y, _, _| {
                    slopes(z, y, |z, positive| {
                        let sign = if positive { 1.0 } else { -1.0 };
                        sign * weight(positive) * slope(z)
                    })
                },
                ..right
            },
            diagnosis: "Negative samples pull their logits up. For y = 0 the logit of the \
                        right class is -z, and the chain rule turns the sign.",
            hint: "The gradient is positive for y = 0.",
        },
        Mistake {
            name: "gradient-uphill",
            answer: |right| Answer {
                gradient: |z, y, _, _| {
                    -slopes(z, y, |z, positive| weight(positive) * slope(z))
                },
                ..right
            },
            diagnosis: "The gradient has the wrong sign.",
            hint: "For y = 1 a larger logit lowers the loss.",
        },
        Mistake {
            name: "gradient-alpha-for-both",
            answer: |right| Answer {
                gradient: |z, y, _, _| slopes(z, y, |z, _| 0.25 * slope(z)),
                ..right
            },
            diagnosis: "Both classes are weighted with α in the gradient.",
            hint: "Use 1 - alpha where the target is 0.",
        },
    ],
};
