use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub value: fn(f64, bool, f64, f64) -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    [(0.9, true), (0.9, false), (0.2, true), (0.2, false)]
        .map(|(right, is_positive)| {
            let call = format!(
                "value(right = {right}, is_positive = {is_positive}, alpha = 0.9, gamma = \
                 2)"
            );
            Observation::of(call, || (answer.value)(right, is_positive, 0.9, 2.0))
        })
        .into()
}

/// The focal loss with these weights of the positive and the negative class.
fn focal(right: f64, is_positive: bool, weights: [f64; 2]) -> f64 {
    let weight = weights[usize::from(!is_positive)];
    -weight * (1.0 - right).powi(2) * right.ln()
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "alpha-for-both" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "One of the arguments is not used.",
        "Which weight has a sample of the negative class in the paper's binary form?",
    ],
    mistakes: &[
        Mistake {
            name: "alpha-for-both",
            answer: |_| Answer { value: |p, y, _, _| focal(p, y, [0.9, 0.9]) },
            diagnosis: "Both classes are weighted with α.",
            hint: "The negative class has 1 - α.",
        },
        Mistake {
            name: "negatives-unweighted",
            answer: |_| Answer { value: |p, y, _, _| focal(p, y, [0.9, 1.0]) },
            diagnosis: "The negative class has the weight 1; the weights are to sum to 1.",
            hint: "The negative class has 1 - α.",
        },
        Mistake {
            name: "weights-exchanged",
            answer: |_| Answer { value: |p, y, _, _| focal(p, y, [0.1, 0.9]) },
            diagnosis: "α and 1 - α are exchanged.",
            hint: "α is the weight of the positive class.",
        },
        Mistake {
            name: "negatives-divided",
            answer: |_| Answer { value: |p, y, _, _| focal(p, y, [0.9, 1.0 / 0.9]) },
            diagnosis: "The negative class has the weight 1/α.",
            hint: "The weights are to sum to 1.",
        },
    ],
};
