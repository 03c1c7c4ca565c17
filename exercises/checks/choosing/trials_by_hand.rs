use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub chance_of_five: fn() -> f64,
    pub trials_needed: fn() -> f64,
    pub farthest_factor: fn() -> f64,
    pub share_below_a_tenth: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("chance_of_five()", answer.chance_of_five),
        Observation::of("trials_needed()", answer.trials_needed),
        Observation::of("farthest_factor()", answer.farthest_factor),
        Observation::of("share_below_a_tenth()", answer.share_below_a_tenth),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The chance that none of them is good is easier.",
        "Five points have four gaps. On the logarithm, how far is the middle of a gap from \
         its ends?",
        "Count decades.",
    ],
    mistakes: &[
        Mistake {
            name: "chances-added",
            answer: |right| Answer { chance_of_five: || 0.5, ..right },
            diagnosis: "Five times a tenth: with eleven trials that would be more than \
                        certain.",
            hint: "One less the chance that none is good.",
        },
        Mistake {
            name: "chance-of-none",
            answer: |right| Answer { chance_of_five: || 0.9_f64.powi(5), ..right },
            diagnosis: "That is the chance that none is good.",
            hint: "Take it from one.",
        },
        Mistake {
            name: "chance-of-all",
            answer: |right| Answer { chance_of_five: || 0.1_f64.powi(5), ..right },
            diagnosis: "That is the chance that all five are good.",
            hint: "One is enough.",
        },
        Mistake {
            name: "rounded-down",
            answer: |right| Answer { trials_needed: || 28.0, ..right },
            diagnosis: "28 trials give 94.8 %.",
            hint: "Round up.",
        },
        Mistake {
            name: "not-whole",
            answer: |right| Answer {
                trials_needed: || 0.05_f64.ln() / 0.9_f64.ln(),
                ..right
            },
            diagnosis: "There is no part of a trial.",
            hint: "Round up.",
        },
        Mistake {
            name: "trials-for-a-twentieth",
            answer: |right| Answer { trials_needed: || 59.0, ..right },
            diagnosis: "That is for the best twentieth.",
            hint: "Good is the best tenth: 0.9ᵏ ≤ 0.05.",
        },
        Mistake {
            name: "whole-gap",
            answer: |right| Answer { farthest_factor: || 10.0, ..right },
            diagnosis: "Ten is the ratio of two neighbors; nothing is that far from both.",
            hint: "The middle of the gap, on the logarithm.",
        },
        Mistake {
            name: "half-the-ratio",
            answer: |right| Answer { farthest_factor: || 5.0, ..right },
            diagnosis: "Half of the ratio is the middle of nothing: ratios multiply.",
            hint: "Which number, squared, is the ratio?",
        },
        Mistake {
            name: "five-gaps",
            answer: |right| Answer { farthest_factor: || 10_f64.powf(0.4), ..right },
            diagnosis: "Five rates with both ends have four gaps, not five.",
            hint: "Four decades over four gaps.",
        },
        Mistake {
            name: "uniform-rate",
            answer: |right| Answer { share_below_a_tenth: || 0.1, ..right },
            diagnosis: "That is so where the rate is uniform, and not its logarithm.",
            hint: "Three decades of four.",
        },
        Mistake {
            name: "last-decade",
            answer: |right| Answer { share_below_a_tenth: || 0.25, ..right },
            diagnosis: "That is the share above.",
            hint: "Three decades of four.",
        },
    ],
};
