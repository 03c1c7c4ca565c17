use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub squared_bias: fn() -> f64,
    pub variance: fn() -> f64,
    pub expected_error: fn() -> f64,
    pub halved_error: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("squared_bias()", answer.squared_bias),
        Observation::of("variance()", answer.variance),
        Observation::of("expected_error()", answer.expected_error),
        Observation::of("halved_error()", answer.halved_error),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The bias compares the *mean* prediction with the truth.",
        "The variance compares each prediction with the mean prediction, not with the truth.",
        "Halving the predictions halves their deviations from their mean; what becomes of the \
         squares?",
    ],
    mistakes: &[
        Mistake {
            name: "mean-squared-error-as-bias",
            answer: |right| Answer { squared_bias: || 11.0 / 3.0, ..right },
            diagnosis: "3.67 is the mean squared distance of the predictions from the truth: bias² and variance together.",
            hint: "Average the predictions first, then compare with the truth.",
        },
        Mistake {
            name: "bias-of-the-first",
            answer: |right| Answer { squared_bias: || 36.0, ..right },
            diagnosis: "36 is the square of the mean prediction.",
            hint: "Subtract the truth before you square.",
        },
        Mistake {
            name: "sample-variance",
            answer: |right| Answer { variance: || 4.0, ..right },
            diagnosis: "4 divides by two, as for a sample of unknown mean. Here the three data sets are all there are.",
            hint: "Divide by three.",
        },
        Mistake {
            name: "variance-about-the-truth",
            answer: |right| Answer { variance: || 11.0 / 3.0, ..right },
            diagnosis: "3.67 is the scatter about the truth.",
            hint: "Compare with the mean prediction, 6.",
        },
        Mistake {
            name: "deviation",
            answer: |right| Answer { variance: || 1.633, ..right },
            diagnosis: "1.63 is the standard deviation.",
            hint: "Leave out the root.",
        },
        Mistake {
            name: "variance-not-averaged",
            answer: |right| Answer { variance: || 8.0, ..right },
            diagnosis: "8 is the sum of the squared deviations.",
            hint: "Divide by the number of data sets.",
        },
        Mistake {
            name: "noise-forgotten",
            answer: |right| Answer { expected_error: || 11.0 / 3.0, ..right },
            diagnosis: "The noise of the fresh target is missing.",
            hint: "Add its variance.",
        },
        Mistake {
            name: "variance-forgotten",
            answer: |right| Answer { expected_error: || 2.0, ..right },
            diagnosis: "This is the error of the mean fit; a single fit also scatters.",
            hint: "Add the variance of the predictions.",
        },
        Mistake {
            name: "halved-noise-forgotten",
            answer: |right| Answer { halved_error: || 14.0 / 3.0, ..right },
            diagnosis: "The noise of the fresh target is missing.",
            hint: "Add its variance; halving predictions does not change it.",
        },
        Mistake {
            name: "halved-variance-halved",
            answer: |right| Answer { halved_error: || 4.0 + 4.0 / 3.0 + 1.0, ..right },
            diagnosis: "The variance was halved. It is a square: it falls to a quarter.",
            hint: "Compute the deviations of 2, 3 and 4 from 3.",
        },
        Mistake {
            name: "halved-everything",
            answer: |right| Answer { halved_error: || 7.0 / 3.0, ..right },
            diagnosis: "The old error was halved.",
            hint: "The bias grows: the mean prediction is 3 now, and the truth is still 5.",
        },
        Mistake {
            name: "halved-bias-unchanged",
            answer: |right| Answer { halved_error: || 1.0 + 2.0 / 3.0 + 1.0, ..right },
            diagnosis: "The squared bias is still that of the old predictions.",
            hint: "The mean prediction is 3 now, and the truth is still 5.",
        },
    ],
};
