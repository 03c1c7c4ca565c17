use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub triangular_mean: fn() -> f64,
    pub triangular2_mean: fn() -> f64,
    pub one_cycle_mean: fn() -> f64,
    pub growth: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("triangular_mean()", answer.triangular_mean),
        Observation::of("triangular2_mean()", answer.triangular2_mean),
        Observation::of("one_cycle_mean()", answer.one_cycle_mean),
        Observation::of("growth()", answer.growth),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The mean of a straight piece is the mean of its ends. So is that of a half cosine.",
        "1cycle has two pieces, of $0.3$ and $0.7$ of the steps.",
        "What is $1 - \\beta$ at the first step, and what at the top?",
    ],
    mistakes: &[
        Mistake {
            name: "base-forgotten",
            answer: |right| Answer { triangular_mean: || 4.0, ..right },
            diagnosis: "4 is the mean height above the lower bound.",
            hint: "Add the lower bound.",
        },
        Mistake {
            name: "upper-halved",
            answer: |right| Answer { triangular_mean: || 4.5, ..right },
            diagnosis: "4.5 is half of the upper bound.",
            hint: "The triangle stands on 1: take the middle of both bounds.",
        },
        Mistake {
            name: "maximum-halved",
            answer: |right| Answer { triangular2_mean: || 3.875, ..right },
            diagnosis: "In your second cycle the upper bound is 4.5.",
            hint: "The height is halved, 8 to 4: the second cycle goes from 1 to 5.",
        },
        Mistake {
            name: "mean-halved",
            answer: |right| Answer { triangular2_mean: || 3.75, ..right },
            diagnosis: "You have halved the mean of the second cycle, 5 to 2.5.",
            hint: "Only the height above the base is halved.",
        },
        Mistake {
            name: "rise-left-out",
            answer: |right| Answer { one_cycle_mean: || 3.5, ..right },
            diagnosis: "3.5 is the share of the fall.",
            hint: "Add that of the rise, 0.3 of the steps.",
        },
        Mistake {
            name: "half-of-the-peak",
            answer: |right| Answer { one_cycle_mean: || 5.0, ..right },
            diagnosis: "5 is nearly right: the rise does not begin at 0.",
            hint: "It begins at a 25th of the peak.",
        },
        Mistake {
            name: "rate-alone",
            answer: |right| Answer { growth: || 25.0, ..right },
            diagnosis: "25 is the growth of the rate alone.",
            hint: "1 - β grows from 0.05 to 0.15, and is in the denominator.",
        },
        Mistake {
            name: "multiplied",
            answer: |right| Answer { growth: || 75.0, ..right },
            diagnosis: "You have multiplied by 3, as if the momentum moved with the rate.",
            hint: "It moves the other way: divide by 3.",
        },
        Mistake {
            name: "betas-divided",
            answer: |right| Answer { growth: || 25.0 * 0.85 / 0.95, ..right },
            diagnosis: "You have divided the momenta by each other.",
            hint: "What counts is 1 - β, the share that is forgotten.",
        },
    ],
};
