use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub loss: fn() -> f64,
    pub gradient: fn() -> [f64; 2],
    pub after: fn() -> [f64; 2],
    pub loss_after: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("loss()", answer.loss),
        Observation::of("gradient()", answer.gradient),
        Observation::of("after()", answer.after),
        Observation::of("loss_after()", answer.loss_after),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Write the three predictions and the three residuals $\\hat y - y$ in a table.",
        "$\\partial L / \\partial w = \\frac{2}{3} \\sum_i r_i x_i$: only one residual is not zero.",
        "The step goes against the gradient: subtract $0.3$ times each component.",
    ],
    mistakes: &[
        Mistake {
            name: "sum-of-squares",
            answer: |right| Answer { loss: || 4.0, ..right },
            diagnosis: "4 is the sum of the squares.",
            hint: "Divide by the number of points.",
        },
        Mistake {
            name: "squares-halved",
            answer: |right| Answer { loss: || 2.0 / 3.0, ..right },
            diagnosis: "0.67 is half of the mean of the squares.",
            hint: "The mean squared error has no factor 1/2 here.",
        },
        Mistake {
            name: "gradient-not-averaged",
            answer: |right| Answer { gradient: || [-8.0, -4.0], ..right },
            diagnosis: "This is the gradient of the sum.",
            hint: "Divide by the number of points.",
        },
        Mistake {
            name: "gradient-without-two",
            answer: |right| Answer { gradient: || [-4.0 / 3.0, -2.0 / 3.0], ..right },
            diagnosis: "The derivative of r² is 2r.",
            hint: "Multiply by two.",
        },
        Mistake {
            name: "gradient-without-input",
            answer: |right| Answer { gradient: || [-4.0 / 3.0; 2], ..right },
            diagnosis: "The slope acts through x: its part of each residual is multiplied by x.",
            hint: "The third point has x = 2.",
        },
        Mistake {
            name: "gradient-reversed",
            answer: |right| Answer { gradient: || [8.0 / 3.0, 4.0 / 3.0], ..right },
            diagnosis: "This is the way down, the negative gradient, or the residual was taken as target minus prediction.",
            hint: "With r = prediction - target, r is -2.",
        },
        Mistake {
            name: "gradient-order",
            answer: |right| Answer { gradient: || [-4.0 / 3.0, -8.0 / 3.0], ..right },
            diagnosis: "The two components are swapped.",
            hint: "First with respect to w, then to b.",
        },
        Mistake {
            name: "step-uphill",
            answer: |right| Answer { after: || [0.2, 0.6], ..right },
            diagnosis: "The step went along the gradient, uphill.",
            hint: "Subtract the rate times the gradient.",
        },
        Mistake {
            name: "rate-forgotten",
            answer: |right| Answer { after: || [11.0 / 3.0, 7.0 / 3.0], ..right },
            diagnosis: "The rate is missing.",
            hint: "Multiply the gradient by 0.3.",
        },
        Mistake {
            name: "the-step-itself",
            answer: |right| Answer { after: || [0.8, 0.4], ..right },
            diagnosis: "These are the moves, not the place.",
            hint: "Add them to w = 1 and b = 1.",
        },
        Mistake {
            name: "loss-after-not-averaged",
            answer: |right| Answer { loss_after: || 1.6, ..right },
            diagnosis: "1.6 is the sum of the squares.",
            hint: "Divide by the number of points.",
        },
        Mistake {
            name: "loss-before",
            answer: |right| Answer { loss_after: || 4.0 / 3.0, ..right },
            diagnosis: "This is the loss before the step.",
            hint: "Compute the residuals of the new line.",
        },
    ],
};
