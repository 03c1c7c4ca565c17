use ndarray::{Array1, Zip, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, &Array1<f64>) -> f64,
    pub gradient: fn(&Array1<f64>, &Array1<f64>) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (logits, target) in [
        (array![0.5, -2.0, 3.0, 0.0], array![1.0, 0.0, 0.25, 1.0]),
        (array![1000.0], array![0.0]),
        (array![-1000.0], array![1.0]),
        (array![1000.0, -1000.0], array![1.0, 0.0]),
        (array![40.0], array![0.0]),
    ] {
        let input = format!("logits = {logits}, target = {target}");
        seen.push(Observation::of(format!("value({input})"), || {
            (answer.value)(&logits, &target)
        }));
        seen.push(Observation::of(format!("gradient({input})"), || {
            (answer.gradient)(&logits, &target)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Put $p = 1 / (1 + e^{-z})$ into $-\\ln p$ and simplify, before you write code.",
        "$\\ln(1 + e^{z})$ overflows for large $z$. Take $e^{z}$ out of the logarithm \
         there: it becomes $z + \\ln(1 + e^{-z})$.",
        "Both terms together are $\\max(z, 0) - y z + \\ln(1 + e^{-|z|})$. The gradient \
         needs no logarithm at all.",
    ],
    mistakes: &[
        Mistake {
            name: "through-the-probability",
            answer: |right| Answer {
                value: |z, y| mean(z, y, |z, y| through(z, y, 0.0)),
                ..right
            },
            diagnosis: "The loss goes through the probability, which is rounded to 0 or 1 for large logits: its logarithm is infinite, and 0 times that is not a number.",
            hint: "Simplify -ln σ(z) before you compute.",
        },
        Mistake {
            name: "epsilon-inside-the-logarithm",
            answer: |right| Answer {
                value: |z, y| mean(z, y, |z, y| through(z, y, 1e-10)),
                ..right
            },
            diagnosis: "The constant inside the logarithm hides the infinity and caps the loss at 23.",
            hint: "No constant is needed: simplify -ln σ(z) before you compute.",
        },
        Mistake {
            name: "clipped-probability",
            answer: |right| Answer {
                value: |z, y| {
                    mean(z, y, |z, y| {
                        let p = sigmoid(z).clamp(1e-7, 1.0 - 1e-7);
                        -y * p.ln() - (1.0 - y) * (1.0 - p).ln()
                    })
                },
                ..right
            },
            diagnosis: "Clipping the probability caps the loss at 16.",
            hint: "No clipping is needed: simplify -ln σ(z) before you compute.",
        },
        Mistake {
            name: "overflow-of-the-exponential",
            answer: |right| Answer {
                value: |z, y| mean(z, y, |z, y| (1.0 + z.exp()).ln() - y * z),
                ..right
            },
            diagnosis: "The formula is right, but the exponential of 1000 overflows.",
            hint: "Use max(z, 0) + ln(1 + e^(-|z|)) for ln(1 + e^z).",
        },
        Mistake {
            name: "value-not-averaged",
            answer: |right| Answer {
                value: |z, y| z.len() as f64 * mean(z, y, stable),
                ..right
            },
            diagnosis: "The value is the sum of the losses, not their mean.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "targets-swapped",
            answer: |right| Answer {
                value: |z, y| mean(z, y, |z, y| stable(z, 1.0 - y)),
                ..right
            },
            diagnosis: "The targets 0 and 1 have changed places.",
            hint: "A large logit should cost nothing when the target is 1.",
        },
        Mistake {
            name: "logit-term-missing",
            answer: |right| Answer {
                value: |z, y| mean(z, y, |z, _| stable(z, 0.0)),
                ..right
            },
            diagnosis: "The target has no effect: the term -y z is missing.",
            hint: "Write the loss for y = 1 and for y = 0, and compare.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer {
                gradient: |z, y| z.len() as f64 * slopes(z, y, |z, y| sigmoid(z) - y),
                ..right
            },
            diagnosis: "The gradient lacks the factor 1/n.",
            hint: "The value divides by n, and so does its derivative.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer {
                gradient: |z, y| slopes(z, y, |z, y| y - sigmoid(z)),
                ..right
            },
            diagnosis: "The gradient has the wrong sign: descent would climb.",
            hint: "Where the logit is too high, the loss grows with it.",
        },
        Mistake {
            name: "gradient-of-the-squared-error",
            answer: |right| Answer {
                gradient: |z, y| {
                    slopes(z, y, |z, y| {
                        let p = sigmoid(z);
                        (p - y) * p * (1.0 - p)
                    })
                },
                ..right
            },
            diagnosis: "The factor p (1 - p) belongs to the squared error of the probability. In cross-entropy it cancels.",
            hint: "Differentiate max(z, 0) - y z + ln(1 + e^(-|z|)).",
        },
        Mistake {
            name: "gradient-in-the-probability",
            answer: |right| Answer {
                gradient: |z, y| {
                    slopes(z, y, |z, y| {
                        let p = sigmoid(z);
                        (p - y) / (p * (1.0 - p))
                    })
                },
                ..right
            },
            diagnosis: "This is the gradient with respect to the probability.",
            hint: "Multiply by dp/dz = p (1 - p); it cancels.",
        },
        Mistake {
            name: "gradient-of-the-raw-logit",
            answer: |right| Answer {
                gradient: |z, y| slopes(z, y, |z, y| z - y),
                ..right
            },
            diagnosis: "The target is subtracted from the logit instead of the probability.",
            hint: "Take the sigmoid first.",
        },
    ],
};

fn mean(z: &Array1<f64>, y: &Array1<f64>, f: impl Fn(f64, f64) -> f64) -> f64 {
    Zip::from(z).and(y).fold(0.0, |sum, &z, &y| sum + f(z, y)) / z.len() as f64
}

fn slopes(z: &Array1<f64>, y: &Array1<f64>, f: impl Fn(f64, f64) -> f64) -> Array1<f64> {
    Zip::from(z).and(y).map_collect(|&z, &y| f(z, y)) / z.len() as f64
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

fn stable(z: f64, y: f64) -> f64 {
    z.max(0.0) - y * z + (-z.abs()).exp().ln_1p()
}

fn through(z: f64, y: f64, epsilon: f64) -> f64 {
    let p = sigmoid(z);
    -y * (p + epsilon).ln() - (1.0 - y) * (1.0 - p + epsilon).ln()
}
