use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub loss: fn(&[f64], usize) -> f64,
}

const CASES: [(&[f64], usize); 6] = [
    (&[1.0, 2.0, 0.5], 0),
    (&[0.0, 0.0], 1),
    (&[1000.0, 998.0], 0),
    (&[-1000.0, -1001.0], 1),
    (&[0.0, 1000.0, 3.0], 0),
    (&[30.0, 0.0], 0),
];

fn observe(answer: &Answer) -> Vec<Observation> {
    CASES
        .map(|(logits, class)| {
            Observation::of(format!("loss(logits = {logits:?}, class = {class})"), || {
                (answer.loss)(logits, class)
            })
        })
        .into()
}

fn powers(logits: &[f64], shift: f64) -> (Vec<f64>, f64) {
    let powers: Vec<f64> = logits.iter().map(|z| (z - shift).exp()).collect();
    let sum = powers.iter().sum();
    (powers, sum)
}

fn largest(logits: &[f64]) -> f64 {
    logits.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "overflow" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Which powers overflow? What may be subtracted from all logits without changing \
         the softmax?",
        "What is the logarithm of a quotient whose numerator has become 0?",
        "$-\\ln p_t = \\ln \\sum_c e^{z_c} - z_t$.",
    ],
    mistakes: &[
        Mistake {
            name: "overflow",
            answer: |_| Answer {
                loss: |logits, class| {
                    let (powers, sum) = powers(logits, 0.0);
                    -(powers[class] / sum).ln()
                },
            },
            diagnosis: "e¹⁰⁰⁰ is infinite, and infinity over infinity is NaN.",
            hint: "Take the largest logit out first.",
        },
        Mistake {
            name: "logarithm-of-zero",
            answer: |_| Answer {
                loss: |logits, class| {
                    let (powers, sum) = powers(logits, largest(logits));
                    -(powers[class] / sum).ln()
                },
            },
            diagnosis: "The largest logit is taken out, and nothing overflows. But a \
                        probability can still be rounded to zero before its logarithm is \
                        taken.",
            hint: "Take the logarithm of the numerator by hand: it is z − largest.",
        },
        Mistake {
            name: "epsilon-inside",
            answer: |_| Answer {
                loss: |logits, class| {
                    let (powers, sum) = powers(logits, largest(logits));
                    -(powers[class] / sum + 1e-10).ln()
                },
            },
            diagnosis: "With 1e-10 in the logarithm no loss is above 23, and beyond that \
                        the gradient is zero: the worst samples teach nothing.",
            hint: "Use log-sum-exp.",
        },
        Mistake {
            name: "shift-not-undone",
            answer: |_| Answer {
                loss: |logits, class| {
                    let (_, sum) = powers(logits, largest(logits));
                    sum.ln() - logits[class]
                },
            },
            diagnosis: "The largest logit was taken out of the sum and not put back.",
            hint: "log Σ eᶻ = largest + log Σ e^(z − largest).",
        },
        Mistake {
            name: "clamped-logits",
            answer: |_| Answer {
                loss: |logits, class| {
                    let clamped: Vec<f64> =
                        logits.iter().map(|z| z.clamp(-500.0, 500.0)).collect();
                    let (powers, sum) = powers(&clamped, 0.0);
                    -(powers[class] / sum).ln()
                },
            },
            diagnosis: "Clamped logits lose their differences, and their gradients.",
            hint: "Subtract, do not clamp.",
        },
    ],
};
