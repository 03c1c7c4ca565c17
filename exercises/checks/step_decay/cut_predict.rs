use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub after_the_cut: fn() -> f64,
    pub after_the_cut_flat: fn() -> f64,
    pub after_the_larger_batch: fn() -> f64,
    pub excess_after_ten_steps: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("after_the_cut()", answer.after_the_cut),
        Observation::of("after_the_cut_flat()", answer.after_the_cut_flat),
        Observation::of("after_the_larger_batch()", answer.after_the_larger_batch),
        Observation::of("excess_after_ten_steps()", answer.excess_after_ten_steps),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "At rest: $\\eta\\sigma^2/(2(2 - \\eta\\lambda))$.",
        "A batch of ten times the size has a tenth of the variance; the rate stays.",
        "The excess shrinks by $(1 - \\eta\\lambda)^2$ a step. At first it is the old resting loss less the new one.",
    ],
    mistakes: &[
        Mistake {
            name: "a-tenth",
            answer: |right| Answer { after_the_cut: || 0.1, ..right },
            diagnosis: "A tenth is right for small rates; 0.5 is not small beside 1/λ.",
            hint: "Put both rates into 2 − ηλ.",
        },
        Mistake {
            name: "a-hundredth",
            answer: |right| Answer { after_the_cut: || 0.01, ..right },
            diagnosis: "The fresh noise of a step is a hundredth, but ten times as many steps \
                        of it add up.",
            hint: "The loss at rest goes with the rate, not with its square.",
        },
        Mistake {
            name: "flat-as-steep",
            answer: |right| Answer { after_the_cut_flat: || 0.0769, ..right },
            diagnosis: "That is the share at curvature 1.",
            hint: "With λ = 0.01 both denominators are nearly 2.",
        },
        Mistake {
            name: "flat-falls-less",
            answer: |right| Answer { after_the_cut_flat: || 1.0, ..right },
            diagnosis: "A flat direction takes longer to come to rest, but it comes to rest at \
                        the same loss.",
            hint: "The curvature is only in 2 − ηλ.",
        },
        Mistake {
            name: "batch-root",
            answer: |right| Answer { after_the_larger_batch: || 0.316, ..right },
            diagnosis: "The deviation falls with the root of the batch; the loss with the \
                        variance.",
            hint: "The loss has σ squared.",
        },
        Mistake {
            name: "batch-as-cut",
            answer: |right| Answer { after_the_larger_batch: || 0.0769, ..right },
            diagnosis: "That is the cut; a larger batch leaves the denominator as it is.",
            hint: "Only σ² changes.",
        },
        Mistake {
            name: "excess-of-theta",
            answer: |right| Answer {
                excess_after_ten_steps: || 0.95_f64.powi(10) * 12.0,
                ..right
            },
            diagnosis: "You shrank the excess by 1 − ηλ a step, as θ does.",
            hint: "The loss is a square: it shrinks by the square of that.",
        },
        Mistake {
            name: "whole-loss",
            answer: |right| Answer {
                excess_after_ten_steps: || 0.95_f64.powi(20) * 13.0,
                ..right
            },
            diagnosis: "You shrank all of the loss; only what is above the new rest shrinks.",
            hint: "Subtract the new resting loss first.",
        },
    ],
};
