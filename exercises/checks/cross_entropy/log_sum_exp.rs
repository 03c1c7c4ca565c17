use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub log_sum_exp: fn(&Array1<f64>) -> f64,
    pub softmax: fn(&Array1<f64>) -> Array1<f64>,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for logits in [
        array![1.0, 2.0, 3.5],
        array![-0.5],
        array![1000.0, 1000.0, 999.0],
        array![-1000.0, -1001.0],
        array![0.0, 800.0, -800.0],
    ] {
        seen.push(Observation::of(format!("log_sum_exp({logits})"), || {
            (answer.log_sum_exp)(&logits)
        }));
        seen.push(Observation::of(format!("softmax({logits})"), || {
            (answer.softmax)(&logits)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "First write the formulas as they are, and test them on small logits. Then ask \
         what `(1000.0_f64).exp()` is.",
        "Take a factor $e^m$ out of the sum: what becomes of the logarithm, and what of \
         the softmax?",
        "With $m$ the largest logit, no exponent is above zero and one of them is zero.",
    ],
    mistakes: &[
        Mistake {
            name: "as-written",
            answer: |right| Answer {
                log_sum_exp: |z| z.mapv(f64::exp).sum().ln(),
                ..right
            },
            diagnosis: "The exponentials overflow for large logits, and all vanish for very negative ones.",
            hint: "Subtract the largest logit inside, and add it again outside.",
        },
        Mistake {
            name: "shift-not-added-again",
            answer: |right| Answer {
                log_sum_exp: |z| z.mapv(|x| (x - max(z)).exp()).sum().ln(),
                ..right
            },
            diagnosis: "The largest logit was taken out of the sum and is missing from the result.",
            hint: "Add it again after the logarithm.",
        },
        Mistake {
            name: "shift-multiplied",
            answer: |right| Answer {
                log_sum_exp: |z| max(z) * z.mapv(|x| (x - max(z)).exp()).sum().ln(),
                ..right
            },
            diagnosis: "A factor inside a logarithm becomes a summand outside, not a factor.",
            hint: "Add the largest logit instead of multiplying by it.",
        },
        Mistake {
            name: "only-the-largest",
            answer: |right| Answer { log_sum_exp: |z| max(z), ..right },
            diagnosis: "This is the largest logit: close when it leads by far, and off by ln k when all are equal.",
            hint: "Add the logarithm of the sum of the shifted exponentials.",
        },
        Mistake {
            name: "shift-only-down",
            answer: |right| Answer {
                log_sum_exp: |z| {
                    let m = max(z).max(0.0);
                    m + z.mapv(|x| (x - m).exp()).sum().ln()
                },
                ..right
            },
            diagnosis: "Large logits are shifted down, but very negative ones are not shifted up: all their exponentials are rounded to zero.",
            hint: "Shift by the largest logit, whatever its sign.",
        },
        Mistake {
            name: "shifted-by-the-mean",
            answer: |right| Answer {
                log_sum_exp: |z| {
                    let m = z.sum() / z.len() as f64;
                    m + z.mapv(|x| (x - m).exp()).sum().ln()
                },
                ..right
            },
            diagnosis: "The shift is the mean of the logits: the largest exponent may still be hundreds above zero.",
            hint: "Shift by the largest logit.",
        },
        Mistake {
            name: "base-two",
            answer: |right| Answer {
                log_sum_exp: |z| max(z) + z.mapv(|x| (x - max(z)).exp()).sum().log2(),
                ..right
            },
            diagnosis: "The logarithm is the one to the base 2.",
            hint: "Use `ln`.",
        },
        Mistake {
            name: "softmax-as-written",
            answer: |right| Answer {
                softmax: |z| {
                    let e = z.mapv(f64::exp);
                    let sum = e.sum();
                    e / sum
                },
                ..right
            },
            diagnosis: "The exponentials overflow for large logits: infinity divided by infinity is not a number.",
            hint: "Subtract the largest logit from all logits first; the result is the same.",
        },
        Mistake {
            name: "softmax-not-normalized",
            answer: |right| Answer {
                softmax: |z| z.mapv(|x| (x - max(z)).exp()),
                ..right
            },
            diagnosis: "The exponentials do not sum to one.",
            hint: "Divide by their sum.",
        },
        Mistake {
            name: "softmax-normalized-by-unshifted-sum",
            answer: |right| Answer {
                softmax: |z| z.mapv(|x| (x - max(z)).exp()) / z.mapv(f64::exp).sum(),
                ..right
            },
            diagnosis: "Above the line the logits are shifted, below it they are not.",
            hint: "Shift both, or the factor does not cancel.",
        },
        Mistake {
            name: "logarithm-of-softmax",
            answer: |right| Answer {
                softmax: |z| {
                    let lse = max(z) + z.mapv(|x| (x - max(z)).exp()).sum().ln();
                    z - lse
                },
                ..right
            },
            diagnosis: "This is the logarithm of the softmax.",
            hint: "Take the exponential of each number.",
        },
    ],
};

fn max(logits: &Array1<f64>) -> f64 {
    logits.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}
