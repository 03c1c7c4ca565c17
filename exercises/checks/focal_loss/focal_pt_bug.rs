use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(f64, bool, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.99, true), (0.99, false), (0.2, true), (0.2, false)]
        .map(|(positive, is_positive)| {
            let call = format!(
                "value(positive = {positive}, is_positive = {is_positive}, gamma = 2)"
            );
            Observation::of(call, || (answer.value)(positive, is_positive, 2.0))
        })
        .into()
}

fn right(positive: f64, is_positive: bool) -> f64 {
    if is_positive { positive } else { 1.0 - positive }
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "probability-of-the-positive-class" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "For which of the two classes is the function right?",
        "The factor is to be small for easy samples of *both* classes.",
    ],
    mistakes: &[
        Mistake {
            name: "probability-of-the-positive-class",
            answer: |_| Answer { value: |p, y, _| -(1.0 - p).powi(2) * right(p, y).ln() },
            diagnosis: "The factor is (1 - p)^γ with the probability of the positive \
                        class, whatever the sample is.",
            hint: "Use the probability of the right class.",
        },
        Mistake {
            name: "power-of-the-right-class",
            answer: |_| Answer {
                value: |p, y, _| -right(p, y).powi(2) * right(p, y).ln(),
            },
            diagnosis: "Now the factor is p_t^γ, which takes the weight from the hard \
                        samples of both classes.",
            hint: "1 - p_t, not p_t.",
        },
        Mistake {
            name: "power-of-the-positive-class",
            answer: |_| Answer { value: |p, y, _| -p.powi(2) * right(p, y).ln() },
            diagnosis: "p^γ is right for negative samples, and wrong for positive ones.",
            hint: "The variable `right` is there already.",
        },
        Mistake {
            name: "factor-removed",
            answer: |_| Answer { value: |p, y, _| -right(p, y).ln() },
            diagnosis: "Without the factor this is cross-entropy.",
            hint: "Mend the factor, do not remove it.",
        },
        Mistake {
            name: "logarithm-of-the-positive-class",
            answer: |_| Answer { value: |p, y, _| -(1.0 - right(p, y)).powi(2) * p.ln() },
            diagnosis: "The factor is right now, but the logarithm is of the positive \
                        class.",
            hint: "Both belong to the right class.",
        },
    ],
};
