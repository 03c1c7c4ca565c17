use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub right_and_sure: fn() -> f64,
    pub wrong: fn() -> f64,
    pub wrong_and_sure: fn() -> f64,
    pub mean: fn() -> f64,
    pub three_classes: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("right_and_sure()", answer.right_and_sure),
        Observation::of("wrong()", answer.wrong),
        Observation::of("wrong_and_sure()", answer.wrong_and_sure),
        Observation::of("mean()", answer.mean),
        Observation::of("three_classes()", answer.three_classes),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    // Three decimals, with one unit of the last for rounding on the way.
    tolerance: 0.0015,
    observe,
    hints: &[
        "With a target of 0 or 1 one of the two terms is zero. Which?",
        "The third sample is negative: what is true had the probability $1 - 0.98$.",
        "The logarithm is the natural one, the key `ln`.",
    ],
    mistakes: &[
        Mistake {
            name: "decadic-logarithm",
            answer: |right| Answer { right_and_sure: || 0.0088, ..right },
            diagnosis: "0.009 is the logarithm to the base 10.",
            hint: "Use the natural logarithm, ln.",
        },
        Mistake {
            name: "sign-kept",
            answer: |right| Answer { right_and_sure: || -0.0202, ..right },
            diagnosis: "The logarithm of a probability is negative; a cost is not.",
            hint: "Change the sign.",
        },
        Mistake {
            name: "decadic-mistake",
            answer: |right| Answer { wrong: || 0.602, ..right },
            diagnosis: "0.602 is the logarithm to the base 10.",
            hint: "Use the natural logarithm, ln.",
        },
        Mistake {
            name: "binary-logarithm",
            answer: |right| Answer { wrong: || 2.0, ..right },
            diagnosis: "2 is the logarithm to the base 2: the cost in bits.",
            hint: "Use the natural logarithm, ln.",
        },
        Mistake {
            name: "other-term",
            answer: |right| Answer { wrong: || 0.2877, ..right },
            diagnosis: "0.288 is -ln 0.75: the cost of the target 0.",
            hint: "The target is 1, so the probability of what is true is 0.25.",
        },
        Mistake {
            name: "squared-error",
            answer: |right| Answer { wrong: || 0.5625, ..right },
            diagnosis: "0.5625 is the squared error (1 - p)².",
            hint: "Cross-entropy takes the logarithm of the probability.",
        },
        Mistake {
            name: "target-ignored",
            answer: |right| Answer { wrong_and_sure: || 0.0202, ..right },
            diagnosis: "0.020 is the cost for the target 1. The third target is 0.",
            hint: "What is true had the probability 1 - 0.98.",
        },
        Mistake {
            name: "squared-error-of-the-sure",
            answer: |right| Answer { wrong_and_sure: || 0.9604, ..right },
            diagnosis: "0.9604 is the squared error.",
            hint: "Take -ln(1 - p).",
        },
        Mistake {
            name: "sum",
            answer: |right| Answer { mean: || 5.3185, ..right },
            diagnosis: "5.319 is the sum of the three.",
            hint: "Divide by the number of samples.",
        },
        Mistake {
            name: "target-ignored-in-mean",
            answer: |right| Answer { mean: || 0.4756, ..right },
            diagnosis: "0.476 results when the third target is taken for 1.",
            hint: "The third sample costs 3.912.",
        },
        Mistake {
            name: "cost-of-the-mean",
            answer: |right| Answer { mean: || 0.8755, ..right },
            diagnosis: "0.875 is the surprise of the mean probability. The mean is taken of the costs, not of the probabilities.",
            hint: "Average the three costs.",
        },
        Mistake {
            name: "all-terms",
            answer: |right| Answer { three_classes: || 0.685, ..right },
            diagnosis: "0.685 also has the terms -ln 0.8 and -ln 0.9 of the wrong classes, as in three binary losses.",
            hint: "With a softmax, only the true class has a term.",
        },
        Mistake {
            name: "averaged-over-classes",
            answer: |right| Answer { three_classes: || 0.1189, ..right },
            diagnosis: "0.119 is divided by the number of classes.",
            hint: "The sum over the classes is not a mean.",
        },
    ],
};
