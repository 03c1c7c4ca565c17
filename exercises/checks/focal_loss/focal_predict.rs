use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub cross_entropy: fn() -> f64,
    pub weighted: fn() -> f64,
    pub focal: fn() -> f64,
    pub focal_with_alpha: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("cross_entropy()", answer.cross_entropy),
        Observation::of("weighted()", answer.weighted),
        Observation::of("focal()", answer.focal),
        Observation::of("focal_with_alpha()", answer.focal_with_alpha),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says.
    tolerance: 0.03,
    observe,
    hints: &[
        "At the best $p$ the pulls cancel: a tenth times the pull of a positive sample \
         equals nine tenths times that of a negative one.",
        "Under cross-entropy a positive sample pulls with $1 - p$, a negative one with \
         $p$. What does a weight do to the balance?",
        "Under the focal loss multiply each pull by the square of what is missing, and a \
         little more. Try $p = 0.1$: which side pulls harder?",
    ],
    mistakes: &[
        Mistake {
            name: "cross-entropy-says-one-half",
            answer: |right| Answer { cross_entropy: || 0.5, ..right },
            diagnosis: "One half would be best if both classes were equally frequent.",
            hint: "Solve 0.1 (1 - p) = 0.9 p.",
        },
        Mistake {
            name: "cross-entropy-says-zero",
            answer: |right| Answer { cross_entropy: || 0.0, ..right },
            diagnosis: "At p = 0 every positive sample costs infinitely much.",
            hint: "Solve 0.1 (1 - p) = 0.9 p.",
        },
        Mistake {
            name: "weight-changes-nothing",
            answer: |right| Answer { weighted: || 0.1, ..right },
            diagnosis: "With the weight 9 each positive sample counts nine times: there \
                        are as many as negative ones, in effect.",
            hint: "Solve 0.1 · 9 (1 - p) = 0.9 p.",
        },
        Mistake {
            name: "weight-times-share",
            answer: |right| Answer { weighted: || 0.9, ..right },
            diagnosis: "0.9 is 9 times 0.1. A weight multiplies the odds, not the \
                        probability.",
            hint: "The odds 1 : 9 become 9 : 9.",
        },
        Mistake {
            name: "focal-is-calibrated",
            answer: |right| Answer { focal: || 0.1, ..right },
            diagnosis: "0.1 is the share itself, the answer of cross-entropy. At p = 0.1 \
                        the negative samples are easy, and the focal loss has taken their \
                        weight.",
            hint: "At p = 0.1 the positive samples pull harder: p has to be larger.",
        },
        Mistake {
            name: "focal-balances",
            answer: |right| Answer { focal: || 0.5, ..right },
            diagnosis: "At p = 0.5 both classes are equally hard, but there are nine times \
                        as many negative samples: p has to be smaller.",
            hint: "γ without α does not balance the classes.",
        },
        Mistake {
            name: "focal-follows-the-majority",
            answer: |right| Answer { focal: || 0.01, ..right },
            diagnosis: "The focal loss takes weight from the many easy samples, so p moves \
                        toward one half, not away from it.",
            hint: "At p = 0.1 the positive samples pull harder.",
        },
        Mistake {
            name: "alpha-as-probability",
            answer: |right| Answer { focal_with_alpha: || 0.9, ..right },
            diagnosis: "α is a weight, not a probability.",
            hint: "0.1 · 0.9 = 0.9 · 0.1: both classes weigh the same.",
        },
        Mistake {
            name: "alpha-exchanged",
            answer: |right| Answer { focal_with_alpha: || 0.059, ..right },
            diagnosis: "The weight 0.9 was given to the negative samples.",
            hint: "α belongs to the positive class.",
        },
    ],
};
