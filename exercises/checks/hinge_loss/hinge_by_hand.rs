use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub hinge: fn() -> f64,
    pub squared_hinge: fn() -> f64,
    pub gradient: fn() -> [f64; 5],
    pub errors: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("hinge()", answer.hinge),
        Observation::of("squared_hinge()", answer.squared_hinge),
        Observation::of("gradient()", answer.gradient),
        Observation::of("errors()", answer.errors),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Make a table with a row for each sample: label times score, the slack, its \
         square, the pull.",
        "The fourth sample has $f = -\\tfrac15$ and $y = -1$: its margin is $+\\tfrac15$. \
         It is on the right side, but inside the margin.",
        "Each sample inside the margin has the derivative $-y_i$; the mean divides it by \
         five.",
    ],
    mistakes: &[
        Mistake {
            name: "hinge-not-averaged",
            answer: |right| Answer { hinge: || 3.3, ..right },
            diagnosis: "3.3 is the sum of the hinge losses.",
            hint: "The mean divides it by the number of samples.",
        },
        Mistake {
            name: "label-ignored",
            answer: |right| Answer { hinge: || 0.74, ..right },
            diagnosis: "0.74 results from max(0, 1 - f), without the labels: the fourth \
                        sample belongs to class -1.",
            hint: "Multiply each score by its label first.",
        },
        Mistake {
            name: "only-the-wrong-side",
            answer: |right| Answer { hinge: || 0.4, ..right },
            diagnosis: "0.4 is the hinge of the one sample on the wrong side, over five. \
                        Samples on the right side but inside the margin cost too.",
            hint: "A sample is free only from y f = 1 on.",
        },
        Mistake {
            name: "without-the-maximum",
            answer: |right| Answer { hinge: || 0.46, ..right },
            diagnosis: "0.46 is the mean of 1 - y f, without the maximum with zero: the \
                        first sample was paid for being right.",
            hint: "No sample costs less than zero.",
        },
        Mistake {
            name: "perceptron",
            answer: |right| Answer { hinge: || 0.2, ..right },
            diagnosis: "0.2 is the mean of max(0, -y f), the loss of the perceptron, \
                        which asks for no margin. (It is also the share of errors.)",
            hint: "The hinge is zero from y f = 1 on, not from 0 on.",
        },
        Mistake {
            name: "squares-not-averaged",
            answer: |right| Answer { squared_hinge: || 4.89, ..right },
            diagnosis: "4.89 is the sum of the squares.",
            hint: "The mean divides it by the number of samples.",
        },
        Mistake {
            name: "mean-squared-instead",
            answer: |right| Answer { squared_hinge: || 0.4356, ..right },
            diagnosis: "0.44 is the square of the mean hinge loss.",
            hint: "Square first, then average.",
        },
        Mistake {
            name: "squares-halved",
            answer: |right| Answer { squared_hinge: || 0.489, ..right },
            diagnosis: "0.49 is half of the mean: some texts put 1/2 before the square, \
                        this one does not.",
            hint: "Leave out the factor 1/2.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer { gradient: || [0.0, -1.0, -1.0, 1.0, 0.0], ..right },
            diagnosis: "The gradient lacks the factor 1/5: it is that of the sum.",
            hint: "The value divides by five, and so does its derivative.",
        },
        Mistake {
            name: "gradient-without-label",
            answer: |right| Answer { gradient: || [0.0, -0.2, -0.2, -0.2, 0.0], ..right },
            diagnosis: "Every pull has the same sign, so the fourth sample, of class -1, \
                        is pushed to the wrong side.",
            hint: "The derivative of 1 - y f by f is -y.",
        },
        Mistake {
            name: "gradient-uphill",
            answer: |right| Answer { gradient: || [0.0, 0.2, 0.2, -0.2, 0.0], ..right },
            diagnosis: "The signs are reversed: descent would lower the scores of class \
                        +1.",
            hint: "The derivative of 1 - y f by f is -y.",
        },
        Mistake {
            name: "kink-pulls",
            answer: |right| Answer { gradient: || [0.0, -0.2, -0.2, 0.2, -0.2], ..right },
            diagnosis: "The last sample lies exactly on the margin. -1/5 is a valid \
                        subgradient there, but the task asks for 0.",
            hint: "At y f = 1 take 0.",
        },
        Mistake {
            name: "slack-as-gradient",
            answer: |right| Answer { gradient: || [0.0, -0.1, -0.4, 0.16, 0.0], ..right },
            diagnosis: "The pulls are proportional to the slack: that is half the \
                        gradient of the squared hinge.",
            hint: "The hinge is a straight line inside the margin; its slope does not \
                   depend on where you are.",
        },
        Mistake {
            name: "inside-counted-as-wrong",
            answer: |right| Answer { errors: || 0.6, ..right },
            diagnosis: "0.6 counts every sample with a positive hinge loss. Two of them \
                        are on the right side.",
            hint: "A sample is an error when y f is below 0.",
        },
    ],
};
