use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub left_per_epoch: fn() -> f64,
    pub left_per_update: fn() -> f64,
    pub steps_to_a_percent: fn() -> f64,
    pub arrives: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("left_per_epoch()", answer.left_per_epoch),
        Observation::of("left_per_update()", answer.left_per_update),
        Observation::of("steps_to_a_percent()", answer.steps_to_a_percent),
        Observation::of("arrives()", answer.arrives),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "$\\ln 0.95$ is about $-0.0513$: sixty ticks make $e^{-3.08}$.",
        "Take the logarithm of a hundredth, and round up to a whole tick.",
        "Step $t$ multiplies θ by $1 - 0.1 \\cdot 0.95^t$, which is a little less than $e^{-0.1 \\cdot 0.95^t}$. Add the exponents.",
    ],
    mistakes: &[
        Mistake {
            name: "linear",
            answer: |right| Answer { left_per_epoch: || 0.0, ..right },
            diagnosis: "Sixty times five percent is more than all, but each five are of what is \
                        left.",
            hint: "Multiply, do not subtract.",
        },
        Mistake {
            name: "one-tick",
            answer: |right| Answer { left_per_epoch: || 0.95, ..right },
            diagnosis: "That is what one epoch leaves.",
            hint: "Raise it to the number of epochs.",
        },
        Mistake {
            name: "same-on-both-clocks",
            answer: |right| Answer { left_per_update: || 0.95_f64.powi(60), ..right },
            diagnosis: "That is the share for a tick an epoch.",
            hint: "There are 600 updates.",
        },
        Mistake {
            name: "divided-by-ten",
            answer: |right| Answer {
                left_per_update: || 0.95_f64.powi(60) / 10.0 + 0.01,
                ..right
            },
            diagnosis: "Ten times the ticks are not a tenth of the share.",
            hint: "Ten times the ticks are the tenth power of the share.",
        },
        Mistake {
            name: "half-life",
            answer: |right| Answer { steps_to_a_percent: || 14.0, ..right },
            diagnosis: "After 14 ticks half is left.",
            hint: "A hundredth is between six and seven halvings.",
        },
        Mistake {
            name: "rounded-down",
            answer: |right| Answer { steps_to_a_percent: || 89.0, ..right },
            diagnosis: "After 89 ticks a little more than a hundredth is left.",
            hint: "Round up.",
        },
        Mistake {
            name: "arrives-at-last",
            answer: |right| Answer { arrives: || 0.0, ..right },
            diagnosis: "For ever is not enough: the rates add up to 2.",
            hint: "Multiply 1 − η of all steps.",
        },
        Mistake {
            name: "continuous",
            answer: |right| Answer { arrives: || (-2.0_f64).exp() + 0.001, ..right },
            diagnosis: "That is the exponential bound; the product is a little below it.",
            hint: "1 − x is less than e^(−x): the first steps count most.",
        },
        Mistake {
            name: "straight-on",
            answer: |right| Answer { arrives: || -1.0, ..right },
            diagnosis: "You went on with the first gradient: it falls with θ.",
            hint: "Each step multiplies what is left of θ.",
        },
    ],
};
