use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub entropy: fn(&Array1<f64>) -> f64,
    pub cross_entropy: fn(&Array1<f64>, &Array1<f64>) -> f64,
    pub divergence: fn(&Array1<f64>, &Array1<f64>) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    let mut seen = Vec::new();
    for (p, q) in [
        (array![0.5, 0.25, 0.25], array![0.25, 0.25, 0.5]),
        (array![0.7, 0.3, 0.0], array![0.5, 0.4, 0.1]),
        (array![0.6, 0.4, 0.0], array![0.8, 0.2, 0.0]),
    ] {
        let entropy = format!("entropy(p = {p})");
        seen.push(Observation::of(entropy, || (answer.entropy)(&p)));
        let input = format!("p = {p}, q = {q}");
        seen.push(Observation::of(format!("cross_entropy({input})"), || {
            (answer.cross_entropy)(&p, &q)
        }));
        seen.push(Observation::of(format!("divergence({input})"), || {
            (answer.divergence)(&p, &q)
        }));
    }
    seen
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "What is `0.0 * (0.0_f64).ln()`?",
        "Over which distribution is the mean taken, and of which is the logarithm?",
        "$H(P, Q) = H(P) + \\mathrm{KL}(P \\Vert Q)$: use it to check your three numbers.",
    ],
    mistakes: &[
        Mistake {
            name: "entropy-of-zero",
            answer: |right| Answer {
                entropy: |p| p.iter().map(|p| -p * p.ln()).sum(),
                ..right
            },
            diagnosis: "0 times the logarithm of 0 is not a number.",
            hint: "Skip the classes with p = 0.",
        },
        Mistake {
            name: "entropy-sign",
            answer: |right| Answer {
                entropy: |p| -sum(p, p, |p, _| -p * p.ln()),
                ..right
            },
            diagnosis: "The entropy is negative: the minus sign is missing.",
            hint: "Logarithms of probabilities are negative.",
        },
        Mistake {
            name: "entropy-in-bits",
            answer: |right| Answer {
                entropy: |p| sum(p, p, |p, _| -p * p.log2()),
                ..right
            },
            diagnosis: "The logarithm is the one to the base 2: the entropy in bits.",
            hint: "Use `ln`.",
        },
        Mistake {
            name: "cross-entropy-swapped",
            answer: |right| Answer {
                cross_entropy: |p, q| sum(q, p, |q, p| -q * p.ln()),
                ..right
            },
            diagnosis: "The mean is taken over Q and the logarithm of P: that is H(Q, P).",
            hint: "Weigh the logarithms of q with p.",
        },
        Mistake {
            name: "cross-entropy-of-zero",
            answer: |right| Answer {
                cross_entropy: |p, q| p.iter().zip(q).map(|(p, q)| -p * q.ln()).sum(),
                ..right
            },
            diagnosis: "Where both are 0, 0 times minus infinity is not a number.",
            hint: "Skip the classes with p = 0.",
        },
        Mistake {
            name: "cross-entropy-averaged",
            answer: |right| Answer {
                cross_entropy: |p, q| sum(p, q, |p, q| -p * q.ln()) / p.len() as f64,
                ..right
            },
            diagnosis: "The sum is divided by the number of classes.",
            hint: "The p are the weights of the mean already.",
        },
        Mistake {
            name: "divergence-swapped",
            answer: |right| Answer {
                divergence: |p, q| sum(q, p, |q, p| q * (q / p).ln()),
                ..right
            },
            diagnosis: "This is KL(Q‖P), the other direction.",
            hint: "Average over P: the weights are p.",
        },
        Mistake {
            name: "divergence-sign",
            answer: |right| Answer {
                divergence: |p, q| sum(p, q, |p, q| p * (q / p).ln()),
                ..right
            },
            diagnosis: "The ratio is upside down, so the divergence is negative.",
            hint: "Take the logarithm of p/q.",
        },
        Mistake {
            name: "divergence-of-zero",
            answer: |right| Answer {
                divergence: |p, q| p.iter().zip(q).map(|(p, q)| p * (p / q).ln()).sum(),
                ..right
            },
            diagnosis: "0 times the logarithm of 0 is not a number.",
            hint: "Skip the classes with p = 0.",
        },
        Mistake {
            name: "divergence-without-entropy",
            answer: |right| Answer {
                divergence: |p, q| sum(p, q, |p, q| -p * q.ln()),
                ..right
            },
            diagnosis: "This is the cross-entropy. It is not zero for Q = P.",
            hint: "Subtract the entropy of P.",
        },
        Mistake {
            name: "divergence-symmetrized",
            answer: |right| Answer {
                divergence: |p, q| sum(p, q, |p, q| 0.5 * (p - q) * (p / q).ln()),
                ..right
            },
            diagnosis: "This is the mean of both directions, a symmetric quantity.",
            hint: "The divergence has one direction: weigh with p alone.",
        },
    ],
};

/// The sum of f over the classes whose first probability is not zero.
fn sum(p: &Array1<f64>, q: &Array1<f64>, f: impl Fn(f64, f64) -> f64) -> f64 {
    p.iter().zip(q).filter(|(p, _)| **p > 0.0).map(|(&p, &q)| f(p, q)).sum()
}
