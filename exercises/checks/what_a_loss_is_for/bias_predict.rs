use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub at_zero: fn() -> f64,
    pub at_three: fn() -> f64,
    pub at_minus_three: fn() -> f64,
    pub border: fn() -> f64,
    pub accuracy: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("at_zero()", answer.at_zero),
        Observation::of("at_three()", answer.at_three),
        Observation::of("at_minus_three()", answer.at_minus_three),
        Observation::of("border()", answer.border),
        Observation::of("accuracy()", answer.accuracy),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says; the answers and the usual mistakes are farther apart.
    tolerance: 0.05,
    observe,
    hints: &[
        "At $w = 0$ all points have the logit $b$: one cost for the three of class 1, another for \
         the three of class 0.",
        "For a logit of 3, $\\ln(1 + e^{-3})$ is nearly zero, and $\\ln(1 + e^3)$ hardly more than 3.",
        "A border far outside of the points would be useless. To which gap between the points can \
         $w$ bring it back?",
    ],
    mistakes: &[
        Mistake {
            name: "no-loss-at-zero",
            answer: |right| Answer { at_zero: || 0.0, ..right },
            diagnosis: "A logit of zero is a probability of one half, which costs something.",
            hint: "-ln ½.",
        },
        Mistake {
            name: "probability-for-loss",
            answer: |right| Answer { at_zero: || 0.5, ..right },
            diagnosis: "0.5 is the probability.",
            hint: "The loss is -ln of it.",
        },
        Mistake {
            name: "only-the-wrong-ones",
            answer: |right| Answer { at_three: || 3.0, ..right },
            diagnosis: "3 is about what a point of class 0 costs. Half of the points are of class 1.",
            hint: "Take the mean over all six.",
        },
        Mistake {
            name: "only-the-right-ones",
            answer: |right| Answer { at_three: || 0.049, ..right },
            diagnosis: "0.049 is what a point of class 1 costs. Half of the points are of class 0.",
            hint: "Take the mean over all six.",
        },
        Mistake {
            name: "negative-loss",
            answer: |right| Answer { at_minus_three: || -1.55, ..right },
            diagnosis: "A cross-entropy is never below zero.",
            hint: "At -3 the classes change places.",
        },
        Mistake {
            name: "minus-three-costs-twice-that",
            answer: |right| Answer { at_minus_three: || 3.0, ..right },
            diagnosis: "3 is about what a point of class 1 costs now. Half of the points are of \
                        class 0.",
            hint: "At -3 the classes change places.",
        },
        Mistake {
            name: "border-stays-at-zero",
            answer: |right| Answer { border: || 0.0, ..right },
            diagnosis: "At x = 0 the logit is b = 3, for every w.",
            hint: "Solve wx + 3 = 0.",
        },
        Mistake {
            name: "border-on-the-right",
            answer: |right| Answer { border: || 1.5, ..right },
            diagnosis: "The sign: with b = 3 and w > 0 the border is on the left.",
            hint: "Solve wx + 3 = 0.",
        },
        Mistake {
            name: "weight-does-not-adapt",
            answer: |right| Answer { border: || -3.97, ..right },
            diagnosis: "This is the border for the w that is best at b = 0. The best w has changed \
                        with b.",
            hint: "With longer weights the border is nearer to the points.",
        },
        Mistake {
            name: "accuracy-halves",
            answer: |right| Answer { accuracy: || 0.5, ..right },
            diagnosis: "Half would be right if all points were called class 1. The border is between \
                        -2 and -1, so one point of class 0 is on its right side.",
            hint: "Count the points on both sides of -1.5.",
        },
    ],
};
