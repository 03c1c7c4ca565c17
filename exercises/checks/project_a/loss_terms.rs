use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub squared: fn(f64) -> f64,
    pub uncertainty: fn(f64, f64) -> f64,
    pub complexity: fn(&Array1<f64>) -> f64,
    pub difficulty: fn(&Array1<f64>, f64) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for r in [3.0, -0.5] {
        seen.push(Observation::of(format!("squared({r})"), || (answer.squared)(r)));
    }
    // The last two are where careless code is not a number, or infinite.
    for (r, s) in [(3.0, 0.0), (-1.0, 1.5), (0.5, -2.0), (0.0, -800.0), (2.0, 800.0)] {
        let label = format!("uncertainty({r}, {s})");
        seen.push(Observation::of(label, || (answer.uncertainty)(r, s)));
    }
    for theta in [array![1.0, -2.0, 5.0], array![7.0]] {
        let label = format!("complexity({theta})");
        seen.push(Observation::of(label, || (answer.complexity)(&theta)));
    }
    let residuals = array![1.0, -2.0, 0.0, 5.0];
    for gamma in [0.0, 1.0, 2.0] {
        let label = format!("difficulty({residuals}, {gamma})");
        seen.push(Observation::of(label, || (answer.difficulty)(&residuals, gamma)));
    }
    let none = Array1::zeros(3);
    let label = format!("difficulty({none}, 1)");
    seen.push(Observation::of(label, || (answer.difficulty)(&none, 1.0)));
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Do one function at a time; the check names those that are still `todo!()`.",
        "What is `(800f64).exp()`, and what is that times zero?",
        "Divide the powers by their mean. What if the mean is zero?",
    ],
    mistakes: &[
        Mistake {
            name: "square-not-halved",
            answer: |right| Answer { squared: |r| r * r, ..right },
            diagnosis: "The square is not halved.",
            hint: "The term is r²/2, so that its pull is r.",
        },
        Mistake {
            name: "zero-times-infinity",
            answer: |right| Answer {
                uncertainty: |r, s| 0.5 * (s + r * r * (-s).exp()),
                ..right
            },
            diagnosis: "A residual of zero under a tiny variance gives 0 times infinity, \
                        which is not a number.",
            hint: "Where the residual is zero the second term is zero.",
        },
        Mistake {
            name: "variance-clamped",
            answer: |right| Answer {
                uncertainty: |r, s| uncertainty(r, s.clamp(-10.0, 10.0)),
                ..right
            },
            diagnosis: "The log variance is clamped: beyond the clamp the loss is that of \
                        another variance, and its gradient is zero.",
            hint: "Only the product of a zero residual with an infinite precision needs \
                   care.",
        },
        Mistake {
            name: "logarithm-forgotten",
            answer: |right| Answer {
                uncertainty: |r, s| uncertainty(r, s) - 0.5 * s,
                ..right
            },
            diagnosis: "The log variance itself is missing: being unsure is free.",
            hint: "The term begins with s/2.",
        },
        Mistake {
            name: "deviation-for-variance",
            answer: |right| Answer {
                uncertainty: |r, s| uncertainty(r, 2.0 * s),
                ..right
            },
            diagnosis: "s is treated as the logarithm of the standard deviation.",
            hint: "exp(s) is the variance.",
        },
        Mistake {
            name: "bias-is-complex",
            answer: |right| Answer {
                complexity: |theta| 0.5 * theta.dot(theta),
                ..right
            },
            diagnosis: "The bias is charged, too: predictions would be drawn to zero.",
            hint: "Leave the last parameter out.",
        },
        Mistake {
            name: "first-weight-is-free",
            answer: |right| Answer {
                complexity: |theta| {
                    0.5 * theta.iter().skip(1).map(|weight| weight * weight).sum::<f64>()
                },
                ..right
            },
            diagnosis: "The first weight is left out instead of the bias.",
            hint: "The bias is last.",
        },
        Mistake {
            name: "complexity-not-halved",
            answer: |right| Answer {
                complexity: |theta| 2.0 * complexity(theta),
                ..right
            },
            diagnosis: "The sum of the squared weights is not halved.",
            hint: "This project takes the form with 1/2, whose gradient is the weight.",
        },
        Mistake {
            name: "complexity-of-sizes",
            answer: |right| Answer {
                complexity: |theta| {
                    theta.iter().take(theta.len() - 1).map(|weight| weight.abs()).sum()
                },
                ..right
            },
            diagnosis: "This is the L1 term: sizes in place of squares.",
            hint: "Square the weights.",
        },
        Mistake {
            name: "difficulty-adds-up-to-one",
            answer: |right| Answer {
                difficulty: |r, gamma| difficulty(r, gamma) / r.len() as f64,
                ..right
            },
            diagnosis: "The weights add up to 1. Their mean should be 1, or the loss \
                        shrinks as the batch grows.",
            hint: "Divide the powers by their mean, not by their sum.",
        },
        Mistake {
            name: "difficulty-not-normalized",
            answer: |right| Answer {
                difficulty: |r, gamma| r.mapv(|r| r.abs().powf(gamma)),
                ..right
            },
            diagnosis: "The weights are not normalized: large residuals make the whole \
                        gradient larger.",
            hint: "Divide by the mean of the powers.",
        },
        Mistake {
            name: "difficulty-of-nothing",
            answer: |right| Answer {
                difficulty: |r, gamma| {
                    let powers = r.mapv(|r| r.abs().powf(gamma));
                    let mean = powers.sum() / powers.len() as f64;
                    powers / mean
                },
                ..right
            },
            diagnosis: "A batch without errors gives 0/0, which is not a number.",
            hint: "Where the mean of the powers is zero every weight is 1.",
        },
        Mistake {
            name: "difficulty-of-signed-residuals",
            answer: |right| Answer {
                difficulty: |r, gamma| difficulty(&r.mapv(|r| r.max(0.0)), gamma),
                ..right
            },
            diagnosis: "Negative residuals count as easy.",
            hint: "Take the size of the residual.",
        },
    ],
};

fn uncertainty(r: f64, s: f64) -> f64 {
    0.5 * (s + if r == 0.0 { 0.0 } else { r * r * (-s).exp() })
}

fn complexity(theta: &Array1<f64>) -> f64 {
    0.5 * theta.iter().take(theta.len() - 1).map(|weight| weight * weight).sum::<f64>()
}

fn difficulty(residuals: &Array1<f64>, gamma: f64) -> Array1<f64> {
    let powers = residuals.mapv(|r| r.abs().powf(gamma));
    let mean = powers.sum() / powers.len() as f64;
    if mean == 0.0 { Array1::ones(residuals.len()) } else { powers / mean }
}
