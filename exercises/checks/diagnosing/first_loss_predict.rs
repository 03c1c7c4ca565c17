use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub two_classes: fn() -> f64,
    pub thousand_classes: fn() -> f64,
    pub summed: fn() -> f64,
    pub smoothed: fn() -> f64,
    pub squared: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("two_classes()", answer.two_classes),
        Observation::of("thousand_classes()", answer.thousand_classes),
        Observation::of("summed()", answer.summed),
        Observation::of("smoothed()", answer.smoothed),
        Observation::of("squared()", answer.squared),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Which probability does each class get when all logits are equal?",
        "The loss of a sample is $-\\ln p$ of its class.",
        "With smoothing the target is a distribution: weigh $-\\ln p$ by it.",
    ],
    mistakes: &[
        Mistake {
            name: "two-base-two",
            answer: |right| Answer { two_classes: || 1.0, ..right },
            diagnosis: "1 is the loss in bits.",
            hint: "The book, and every library, takes the natural logarithm.",
        },
        Mistake {
            name: "two-probability",
            answer: |right| Answer { two_classes: || 0.5, ..right },
            diagnosis: "0.5 is the probability of the class.",
            hint: "The loss is minus its logarithm.",
        },
        Mistake {
            name: "thousand-decimal",
            answer: |right| Answer { thousand_classes: || 3.0, ..right },
            diagnosis: "3 is the decimal logarithm of a thousand.",
            hint: "Take the natural one.",
        },
        Mistake {
            name: "thousand-probability",
            answer: |right| Answer { thousand_classes: || 0.999, ..right },
            diagnosis: "0.999 is the share of wrong guesses.",
            hint: "The loss is minus the logarithm of p.",
        },
        Mistake {
            name: "summed-mean",
            answer: |right| Answer { summed: || 10.0_f64.ln(), ..right },
            diagnosis: "That is the mean over the batch.",
            hint: "32 samples, each with this loss.",
        },
        Mistake {
            name: "smoothed-less",
            answer: |right| Answer { smoothed: || 0.9 * 10.0_f64.ln(), ..right },
            diagnosis: "The right class keeps 0.91 of the target; the rest is spread over \
                        the others, and costs as well.",
            hint: "Add up what every class contributes.",
        },
        Mistake {
            name: "squared-zero",
            answer: |right| Answer { squared: || 0.0, ..right },
            diagnosis: "The output is 0, the targets are not.",
            hint: "What is the mean square of a number with mean 0 and variance 1?",
        },
        Mistake {
            name: "squared-half",
            answer: |right| Answer { squared: || 0.5, ..right },
            diagnosis: "The mean squared error of this book has no ½.",
            hint: "Average the squares.",
        },
    ],
};
