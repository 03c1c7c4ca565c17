use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub quarter_points: fn() -> [f64; 5],
    pub last_step: fn() -> f64,
    pub mean: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("quarter_points()", answer.quarter_points),
        Observation::of("last_step()", answer.last_step),
        Observation::of("mean()", answer.mean),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The rate is $\\eta_{\\min} + (\\eta_0 - \\eta_{\\min}) \\frac{1 + \\cos(\\pi t/T)}{2}$.",
        "At step 2 of 8 the angle is $\\pi \\cdot \\frac28$, which is 45°.",
        "Eight steps counted from 0 end with step 7, and $\\frac78 \\cdot 180° = 157.5°$.",
    ],
    mistakes: &[
        Mistake {
            name: "straight-line",
            answer: |right| Answer {
                quarter_points: || [10.0, 8.0, 6.0, 4.0, 2.0],
                ..right
            },
            diagnosis: "These rates lie on a straight line.",
            hint: "Put the cosine of 45° in for step 2.",
        },
        Mistake {
            name: "whole-period",
            answer: |right| Answer {
                quarter_points: || [10.0, 6.0, 2.0, 6.0, 10.0],
                ..right
            },
            diagnosis: "The angle runs through a whole period: the rate is up again at step 8.",
            hint: "The angle is pi t/T, not 2 pi t/T.",
        },
        Mistake {
            name: "down-to-zero",
            answer: |right| Answer {
                quarter_points: || {
                    let side = 5.0 * std::f64::consts::FRAC_1_SQRT_2;
                    [10.0, 5.0 + side, 5.0, 5.0 - side, 0.0]
                },
                ..right
            },
            diagnosis: "These fall to 0 and not to the least rate.",
            hint: "Scale the cosine by the difference of the two rates, and add the least one.",
        },
        Mistake {
            name: "least-added-on-top",
            answer: |right| Answer {
                quarter_points: || {
                    let side = 5.0 * std::f64::consts::FRAC_1_SQRT_2;
                    [12.0, 7.0 + side, 7.0, 7.0 - side, 2.0]
                },
                ..right
            },
            diagnosis: "The least rate was added to a fall from 10 to 0: the first rate is 12.",
            hint: "The fall is 10 - 2 high.",
        },
        Mistake {
            name: "last-step-at-the-least",
            answer: |right| Answer { last_step: || 2.0, ..right },
            diagnosis: "2 is the rate of step 8. The eight steps are 0 to 7.",
            hint: "Put t = 7 into the formula.",
        },
        Mistake {
            name: "last-step-on-the-line",
            answer: |right| Answer { last_step: || 3.0, ..right },
            diagnosis: "3 lies on the straight line.",
            hint: "cos 157.5° is -0.9239.",
        },
        Mistake {
            name: "mean-without-the-least",
            answer: |right| Answer { mean: || 5.0, ..right },
            diagnosis: "5 is half of the first rate.",
            hint: "The mean of the cosine is 0 over half a period. What is left of the formula?",
        },
        Mistake {
            name: "mean-of-the-fall",
            answer: |right| Answer { mean: || 4.0, ..right },
            diagnosis: "4 is the mean above the least rate.",
            hint: "Add the least rate.",
        },
    ],
};
