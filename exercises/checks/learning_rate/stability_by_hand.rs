use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub border: fn() -> f64,
    pub steep_factor: fn() -> f64,
    pub flat_factor: fn() -> f64,
    pub steps_to_a_million: fn() -> f64,
    pub doubling_rate: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("border()", answer.border),
        Observation::of("steep_factor()", answer.steep_factor),
        Observation::of("flat_factor()", answer.flat_factor),
        Observation::of("steps_to_a_million()", answer.steps_to_a_million),
        Observation::of("doubling_rate()", answer.doubling_rate),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "A step multiplies $\\theta_i$ by $1 - \\eta\\lambda_i$.",
        "The loss is a square: its parts are multiplied by the square of that.",
        "$\\ln 10^6 = 13.8$ and $\\ln 1.96 = 0.673$.",
    ],
    mistakes: &[
        Mistake {
            name: "one-over-the-curvature",
            answer: |right| Answer { border: || 0.125, ..right },
            diagnosis: "1/λ is the rate that arrives in one step; nothing grows up to twice that.",
            hint: "When is the size of 1 - 8η equal to 1?",
        },
        Mistake {
            name: "border-of-the-flat-axis",
            answer: |right| Answer { border: || 4.0, ..right },
            diagnosis: "That is the border of the flat axis; the steep one gives way first.",
            hint: "The largest curvature decides.",
        },
        Mistake {
            name: "factor-of-theta",
            answer: |right| Answer { steep_factor: || 1.4, ..right },
            diagnosis: "1.4 is the factor of θ₁. The loss has its square.",
            hint: "Square it.",
        },
        Mistake {
            name: "flat-factor-of-theta",
            answer: |right| Answer { flat_factor: || 0.85, ..right },
            diagnosis: "0.85 is the factor of θ₂. The loss has its square.",
            hint: "Square it.",
        },
        Mistake {
            name: "steps-of-theta",
            answer: |right| Answer { steps_to_a_million: || 42.0, ..right },
            diagnosis: "That many steps multiply θ₁ by a million, and the loss by its square.",
            hint: "Use the factor of the loss, 1.96.",
        },
        Mistake {
            name: "a-step-short",
            answer: |right| Answer { steps_to_a_million: || 20.0, ..right },
            diagnosis: "1.96 to the power of 20 is about 700 000.",
            hint: "One step more.",
        },
        Mistake {
            name: "doubling-of-theta",
            answer: |right| Answer { doubling_rate: || 0.375, ..right },
            diagnosis: "At 3/8 the factor of θ₁ is -2: the loss is multiplied by four.",
            hint: "The factor of θ₁ has to be the root of two in size.",
        },
    ],
};
