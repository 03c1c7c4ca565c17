use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub weighted_at_zero: fn() -> f64,
    pub weighted_best_weight: fn() -> f64,
    pub weighted_best_bias: fn() -> f64,
    pub focal_at_zero: fn() -> f64,
    pub focal_best_weight: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("weighted_at_zero()", answer.weighted_at_zero),
        Observation::of("weighted_best_weight()", answer.weighted_best_weight),
        Observation::of("weighted_best_bias()", answer.weighted_best_bias),
        Observation::of("focal_at_zero()", answer.focal_at_zero),
        Observation::of("focal_best_weight()", answer.focal_best_weight),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says; the answers and the usual mistakes are farther apart.
    tolerance: 0.05,
    observe,
    hints: &[
        "At the origin every point has $p_t = \\frac12$.",
        "The points come in pairs, $x$ of class 1 and $-x$ of class 0. What do the two of a pair say \
         about $w$, and what about $b$?",
        "Under the focal loss, ask who pulls at $w = 0.76$: the four points on the right side, or the \
         two on the wrong one?",
    ],
    mistakes: &[
        Mistake {
            name: "divided-by-the-weights",
            answer: |right| Answer {
                weighted_at_zero: || std::f64::consts::LN_2,
                ..right
            },
            diagnosis: "The sum was divided by the weights. The mean is over the six points.",
            hint: "(3 + 1) / 2 times ln 2.",
        },
        Mistake {
            name: "all-weighted",
            answer: |right| Answer {
                weighted_at_zero: || 3.0 * std::f64::consts::LN_2,
                ..right
            },
            diagnosis: "Only half of the points are of class 1.",
            hint: "(3 + 1) / 2 times ln 2.",
        },
        Mistake {
            name: "weight-lengthens-the-weight",
            answer: |right| Answer { weighted_best_weight: || 3.0 * 0.756, ..right },
            diagnosis: "The class weight does not multiply w.",
            hint: "For each point of class 1 there is one of class 0 with the same wish for w.",
        },
        Mistake {
            name: "weight-shortens-the-weight",
            answer: |right| Answer { weighted_best_weight: || 0.756 / 3.0, ..right },
            diagnosis: "The class weight does not divide w.",
            hint: "For each point of class 1 there is one of class 0 with the same wish for w.",
        },
        Mistake {
            name: "bias-is-the-weight",
            answer: |right| Answer { weighted_best_bias: || 3.0, ..right },
            diagnosis: "3 is the factor on the odds.",
            hint: "The bias is the logarithm of the odds.",
        },
        Mistake {
            name: "bias-unmoved",
            answer: |right| Answer { weighted_best_bias: || 0.0, ..right },
            diagnosis: "At b = 0 the points of class 1 pull three times as hard as the others.",
            hint: "Where do 3 (1 - p) and p balance?",
        },
        Mistake {
            name: "probability-for-bias",
            answer: |right| Answer { weighted_best_bias: || 0.75, ..right },
            diagnosis: "0.75 is the best probability.",
            hint: "Turn it into a logit.",
        },
        Mistake {
            name: "focal-changes-nothing",
            answer: |right| Answer { focal_at_zero: || std::f64::consts::LN_2, ..right },
            diagnosis: "The focal term is not 1 at the origin.",
            hint: "(1 - ½)².",
        },
        Mistake {
            name: "focal-not-squared",
            answer: |right| Answer {
                focal_at_zero: || 0.5 * std::f64::consts::LN_2,
                ..right
            },
            diagnosis: "The focal term has the exponent 2.",
            hint: "(1 - ½)².",
        },
        Mistake {
            name: "same-minimum",
            answer: |right| Answer { focal_best_weight: || 0.756, ..right },
            diagnosis: "0.76 is where cross-entropy is least. There the easy points have almost \
                        stopped pulling under the focal loss, and the two on the wrong side have \
                        not.",
            hint: "The minimum moves to where the wrong points are less wrong.",
        },
        Mistake {
            name: "focal-lengthens-the-weight",
            answer: |right| Answer { focal_best_weight: || 1.5, ..right },
            diagnosis: "The focal loss does not ask for longer weights: it is content with easy \
                        points sooner.",
            hint: "The minimum moves to where the wrong points are less wrong.",
        },
        Mistake {
            name: "no-weight-at-all",
            answer: |right| Answer { focal_best_weight: || 0.0, ..right },
            diagnosis: "At w = 0 all points are equally hard, and the good ones are more and farther \
                        out: they win.",
            hint: "Between 0 and the half of 0.76.",
        },
    ],
};
