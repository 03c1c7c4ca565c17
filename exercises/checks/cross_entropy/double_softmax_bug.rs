use ndarray::{Array1, array};

use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(&Array1<f64>, usize) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [
        (array![30.0, 0.0, 0.0], 0),
        (array![1.0, 2.0, -1.0], 1),
        (array![1.0, 2.0, -1.0], 2),
        (array![1000.0, -1000.0, 0.0], 1),
    ]
    .map(|(logits, class)| {
        let label = format!("value(logits = {logits}, class = {class})");
        Observation::of(label, || (answer.value)(&logits, class))
    })
    .into()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "softmax-twice" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write down what `log_sum_exp(v) - v[class]` is when `v` holds logits, and what \
         `v` holds here.",
        "Compute the loss by hand for probabilities of exactly $(1, 0, 0)$ and the first \
         class.",
    ],
    mistakes: &[
        Mistake {
            name: "softmax-twice",
            answer: |_| Answer {
                value: |z, t| {
                    let p = softmax(z);
                    lse(&p) - p[t]
                },
            },
            diagnosis: "The softmax is taken twice: the loss is given probabilities where it expects logits.",
            hint: "One of the two softmaxes has to go.",
        },
        Mistake {
            name: "logarithm-forgotten",
            answer: |_| Answer { value: |z, t| 1.0 - softmax(z)[t] },
            diagnosis: "1 - p is one softmax, but no logarithm: a bounded loss that gives up on confident mistakes.",
            hint: "The cost is -ln p.",
        },
        Mistake {
            name: "probability-negated",
            answer: |_| Answer { value: |z, t| -softmax(z)[t] },
            diagnosis: "-p is one softmax, but no logarithm.",
            hint: "The cost is -ln p.",
        },
        Mistake {
            name: "through-the-probability",
            answer: |_| Answer { value: |z, t| -softmax(z)[t].ln() },
            diagnosis: "The right formula, and infinite where the softmax is rounded to zero.",
            hint: "From the logits the cost is lse(z) - z.",
        },
        Mistake {
            name: "logit-of-the-probabilities",
            answer: |_| Answer { value: |z, t| lse(z) - softmax(z)[t] },
            diagnosis: "The first term has the logits now, the second still the probabilities.",
            hint: "Both terms take the logits.",
        },
        Mistake {
            name: "probabilities-of-the-logit",
            answer: |_| Answer { value: |z, t| lse(&softmax(z)) - z[t] },
            diagnosis: "The second term has the logits now, the first still the probabilities.",
            hint: "Both terms take the logits.",
        },
    ],
};

fn lse(z: &Array1<f64>) -> f64 {
    let largest = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    largest + z.mapv(|z| (z - largest).exp()).sum().ln()
}

fn softmax(z: &Array1<f64>) -> Array1<f64> {
    z.mapv(|logit| (logit - lse(z)).exp())
}
