use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub after_one_step: fn() -> f64,
    pub y_after_a_pure_step: fn() -> f64,
    pub y_after_a_shifted_step: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("after_one_step()", answer.after_one_step),
        Observation::of("y_after_a_pure_step()", answer.y_after_a_pure_step),
        Observation::of("y_after_a_shifted_step()", answer.y_after_a_shifted_step),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Write down slope and curvature at the point first. In one dimension the step is \
         their quotient, with the sign reversed.",
        "A diagonal Hessian makes the step one division for each coordinate.",
        "At $y = 0.2$ the curvature along $y$ is $3 \\cdot 0.04 - 1$.",
    ],
    mistakes: &[
        Mistake {
            name: "step-for-point",
            answer: |right| Answer { after_one_step: || -7.0 / 12.0, ..right },
            diagnosis: "-0.58 is the step, not the point where it leads.",
            hint: "Add it to x = 2.",
        },
        Mistake {
            name: "climbed",
            answer: |right| Answer { after_one_step: || 2.0 + 7.0 / 12.0, ..right },
            diagnosis: "2.58 goes up the slope.",
            hint: "The step is minus g over H.",
        },
        Mistake {
            name: "inverted-quotient",
            answer: |right| Answer { after_one_step: || 2.0 - 12.0 / 7.0, ..right },
            diagnosis: "You divided the curvature by the slope.",
            hint: "A slope of 7 that changes by 12 a unit is gone after 7/12 of a unit.",
        },
        Mistake {
            name: "gradient-descent",
            answer: |right| Answer { after_one_step: || 2.0 - 7.0, ..right },
            diagnosis: "-5 is a step of gradient descent with the rate 1.",
            hint: "Divide the slope by the curvature.",
        },
        Mistake {
            name: "curvature-made-positive",
            answer: |right| Answer {
                y_after_a_pure_step: || 0.2 + 0.192 / 0.88,
                ..right
            },
            diagnosis: "0.42 divides by the size of the curvature. That is a remedy, but \
                        the pure step keeps its sign.",
            hint: "Divide -0.192 by -0.88, and subtract.",
        },
        Mistake {
            name: "pure-is-descent",
            answer: |right| Answer { y_after_a_pure_step: || 0.392, ..right },
            diagnosis: "0.39 is 0.2 less the slope: the curvature was left out.",
            hint: "Divide by the curvature -0.88.",
        },
        Mistake {
            name: "shift-alone",
            answer: |right| Answer {
                y_after_a_shifted_step: || 0.2 + 0.192 / 1.88,
                ..right
            },
            diagnosis: "0.30 divides by the shift alone.",
            hint: "Add the shift to the curvature, -0.88 + 1.88.",
        },
        Mistake {
            name: "shift-subtracted",
            answer: |right| Answer {
                y_after_a_shifted_step: || 0.2 - 0.192 / 2.76,
                ..right
            },
            diagnosis: "The shift was subtracted: the curvature is more negative now.",
            hint: "H + tau I: the shift lifts every eigenvalue.",
        },
    ],
};
