use ndarray::{Array1, Zip, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, &Array1<f64>, f64) -> f64,
    pub gradient: fn(&Array1<f64>, &Array1<f64>, f64) -> Array1<f64>,
    pub balancing_weight: fn(&Array1<f64>) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (logits, target, weight) in [
        (array![0.5, -2.0, 3.0, 0.0, 1.0], array![1.0, 0.0, 0.0, 1.0, 0.0], 4.0),
        (array![-1.0, 2.0], array![1.0, 0.0], 0.5),
        (array![-1000.0, 1000.0], array![1.0, 1.0], 3.0),
    ] {
        let input = format!("logits = {logits}, target = {target}, weight = {weight}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&logits, &target, weight)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&logits, &target, weight)
        }));
    }
    for target in [array![0.0, 0.0, 1.0, 0.0, 0.0], array![1.0, 1.0, 1.0, 0.0, 1.0, 0.0]]
    {
        seen.push(Observation::of(format!("balancing_weight({target})"), || {
            (answer.balancing_weight)(&target)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Start from the unweighted loss in two terms, the softplus of $-z$ and of $z$.",
        "Differentiate the two terms one by one: they no longer combine to $p - y$.",
        "For the balance: how much do all negatives weigh together, and all positives?",
    ],
    mistakes: &[
        Mistake {
            name: "weight-on-everything",
            answer: |right| Answer {
                value: |z, y, w| {
                    mean(z, y, |z, y| w * (y * softplus(-z) + (1.0 - y) * softplus(z)))
                },
                ..right
            },
            diagnosis: "The weight multiplies the negatives too: that is another rate, and no balance.",
            hint: "Multiply the positive term alone.",
        },
        Mistake {
            name: "weight-on-the-negatives",
            answer: |right| Answer {
                value: |z, y, w| {
                    mean(z, y, |z, y| y * softplus(-z) + w * (1.0 - y) * softplus(z))
                },
                ..right
            },
            diagnosis: "The weight is on the negative term.",
            hint: "The positives are the rare class here.",
        },
        Mistake {
            name: "weighted-mean",
            answer: |right| Answer {
                value: |z, y, w| {
                    let weights = y.mapv(|y| w * y + 1.0 - y).sum();
                    mean(z, y, |z, y| w * y * softplus(-z) + (1.0 - y) * softplus(z))
                        * z.len() as f64
                        / weights
                },
                ..right
            },
            diagnosis: "The sum is divided by the sum of the weights, as in the cross-entropy of several classes. Here the mean divides by n.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |z, y, w| {
                    z.len() as f64
                        * mean(z, y, |z, y| {
                            w * y * softplus(-z) + (1.0 - y) * softplus(z)
                        })
                },
                ..right
            },
            diagnosis: "The value is the sum of the losses, not their mean.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "through-the-probability",
            answer: |right| Answer {
                value: |z, y, w| {
                    mean(z, y, |z, y| {
                        -w * y * sigmoid(z).ln() - (1.0 - y) * (1.0 - sigmoid(z)).ln()
                    })
                },
                ..right
            },
            diagnosis: "The loss goes through the probability, which is rounded to 0 or 1 for large logits.",
            hint: "Use the softplus of -z and of z.",
        },
        Mistake {
            name: "weight-forgotten",
            answer: |right| Answer {
                value: |z, y, _| {
                    mean(z, y, |z, y| y * softplus(-z) + (1.0 - y) * softplus(z))
                },
                ..right
            },
            diagnosis: "The weight has no effect.",
            hint: "Multiply the positive term by it.",
        },
        Mistake {
            name: "gradient-weighted-throughout",
            answer: |right| Answer {
                gradient: |z, y, w| slopes(z, y, |z, y| w * (sigmoid(z) - y)),
                ..right
            },
            diagnosis: "w (p - y) weighs the negatives too.",
            hint: "Differentiate the two terms one by one.",
        },
        Mistake {
            name: "gradient-with-weighted-target",
            answer: |right| Answer {
                gradient: |z, y, w| slopes(z, y, |z, y| sigmoid(z) - w * y),
                ..right
            },
            diagnosis: "p - w y keeps p for the positives, whose term has the factor w as well.",
            hint: "The derivative of -ln σ(z) is -(1 - p), and all of it is multiplied by w.",
        },
        Mistake {
            name: "gradient-unweighted",
            answer: |right| Answer {
                gradient: |z, y, _| slopes(z, y, |z, y| sigmoid(z) - y),
                ..right
            },
            diagnosis: "The weight has no effect on the gradient.",
            hint: "Differentiate the weighted loss.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |z, y, w| {
                    z.len() as f64
                        * slopes(z, y, |z, y| {
                            (1.0 - y) * sigmoid(z) - w * y * sigmoid(-z)
                        })
                },
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "balance-inverted",
            answer: |right| Answer {
                balancing_weight: |y| y.sum() / (y.len() as f64 - y.sum()),
                ..right
            },
            diagnosis: "This is positives divided by negatives: it makes the rare class rarer still.",
            hint: "The fewer positives, the larger their weight.",
        },
        Mistake {
            name: "balance-by-all",
            answer: |right| Answer {
                balancing_weight: |y| y.len() as f64 / y.sum(),
                ..right
            },
            diagnosis: "This divides all samples by the positives: the positives then weigh as much as all samples together.",
            hint: "Compare the positives with the negatives.",
        },
    ],
};

fn mean(z: &Array1<f64>, y: &Array1<f64>, f: impl Fn(f64, f64) -> f64) -> f64 {
    Zip::from(z).and(y).fold(0.0, |sum, &z, &y| sum + f(z, y)) / z.len() as f64
}

fn slopes(z: &Array1<f64>, y: &Array1<f64>, f: impl Fn(f64, f64) -> f64) -> Array1<f64> {
    Zip::from(z).and(y).map_collect(|&z, &y| f(z, y)) / z.len() as f64
}

fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}
