use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub divided: fn() -> [f64; 2],
    pub quintic: fn() -> [f64; 2],
    pub cubic: fn() -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("divided()", answer.divided),
        Observation::of("quintic()", answer.quintic),
        Observation::of("cubic()", answer.cubic),
    ]
}

fn quintic(s: f64) -> f64 {
    3.4445 * s - 4.775 * s.powi(3) + 2.0315 * s.powi(5)
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Of a diagonal matrix the singular values are the absolute values on the diagonal.",
        "The Frobenius norm is the root of the sum of the squares of all entries.",
        "Each singular value goes through the polynomial alone.",
    ],
    mistakes: &[
        Mistake {
            name: "by-the-largest",
            answer: |right| Answer { divided: || [0.75, 1.0], ..right },
            diagnosis: "That is division by the largest singular value, the spectral norm.",
            hint: "The Frobenius norm is 5.",
        },
        Mistake {
            name: "by-the-sum",
            answer: |right| Answer { divided: || [3.0 / 7.0, 4.0 / 7.0], ..right },
            diagnosis: "That is division by the sum of the singular values.",
            hint: "Add the squares, then take the root.",
        },
        Mistake {
            name: "sign-kept",
            answer: |right| Answer { divided: || [0.6, -0.8], ..right },
            diagnosis: "A singular value is never negative; the sign belongs to a singular vector.",
            hint: "Take the absolute value.",
        },
        Mistake {
            name: "not-divided",
            answer: |right| Answer { quintic: || [quintic(0.75), quintic(1.0)], ..right },
            diagnosis: "This begins with 0.75 and 1.",
            hint: "Begin with 0.6 and 0.8.",
        },
        Mistake {
            name: "fifth-power-forgotten",
            answer: |right| Answer {
                quintic: || [0.6_f64, 0.8].map(|s| 3.4445 * s - 4.775 * s.powi(3)),
                ..right
            },
            diagnosis: "The term with the fifth power is missing.",
            hint: "Add 2.0315 times the fifth power.",
        },
        Mistake {
            name: "cubic-without-half",
            answer: |right| Answer {
                cubic: || [0.6_f64, 0.8].map(|s| 1.5 * s - s.powi(3)),
                ..right
            },
            diagnosis: "The cube is halved in the formula.",
            hint: "One and a half s, less half of its cube.",
        },
    ],
};
