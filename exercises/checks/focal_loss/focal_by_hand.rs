use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub loss_ratios: fn() -> [f64; 3],
    pub pull_at_one_half: fn() -> f64,
    pub pull_ratio_at_nine_tenths: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("loss_ratios()", answer.loss_ratios),
        Observation::of("pull_at_one_half()", answer.pull_at_one_half),
        Observation::of("pull_ratio_at_nine_tenths()", answer.pull_ratio_at_nine_tenths),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    // As the statement says.
    tolerance: 0.02,
    observe,
    hints: &[
        "In the ratio of the losses the logarithms cancel: it is $1/(1-p)^2$.",
        "The logarithm is negative, so the second term of the pull is positive: it adds \
         to the first.",
        "At $p = 0.9$ the bracket is $0.1 + 1.8 \\cdot 0.10536$.",
    ],
    mistakes: &[
        Mistake {
            name: "p-for-one-minus-p",
            answer: |right| Answer { loss_ratios: || [1.0 / 0.81, 4.0, 100.0], ..right },
            diagnosis: "The factor was taken as p², which takes the weight from the hard \
                        samples instead of the easy ones.",
            hint: "The factor is (1 - p)², small where p is near 1.",
        },
        Mistake {
            name: "gamma-of-one",
            answer: |right| Answer { loss_ratios: || [10.0, 2.0, 1.0 / 0.9], ..right },
            diagnosis: "These are the ratios for γ = 1.",
            hint: "Square 1 - p.",
        },
        Mistake {
            name: "ratio-upside-down",
            answer: |right| Answer { loss_ratios: || [0.01, 0.25, 0.81], ..right },
            diagnosis: "This is focal loss divided by cross-entropy.",
            hint: "The question asks how many times smaller the focal loss is.",
        },
        Mistake {
            name: "factor-held-constant",
            answer: |right| Answer { pull_at_one_half: || 0.125, ..right },
            diagnosis: "0.125 is the pull of cross-entropy times (1 - p)², as if the \
                        factor did not depend on the logit.",
            hint: "Add the second term, -γ p ln p.",
        },
        Mistake {
            name: "sign-of-the-logarithm",
            answer: |right| Answer { pull_at_one_half: || -0.0483, ..right },
            diagnosis: "The logarithm of 0.5 is negative, so -γ p ln p is positive.",
            hint: "The two terms add up.",
        },
        Mistake {
            name: "pull-ratio-is-loss-ratio",
            answer: |right| Answer { pull_ratio_at_nine_tenths: || 100.0, ..right },
            diagnosis: "100 is the ratio of the losses. The pull is reduced less.",
            hint: "Compute both pulls, then divide.",
        },
        Mistake {
            name: "second-term-alone",
            answer: |right| Answer { pull_ratio_at_nine_tenths: || 52.73, ..right },
            diagnosis: "The first term of the bracket, 1 - p, is missing.",
            hint: "The bracket is 0.1 + 1.8 · 0.10536.",
        },
    ],
};
