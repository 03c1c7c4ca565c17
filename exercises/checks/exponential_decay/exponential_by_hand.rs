use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub lecture_rates: fn() -> [f64; 3],
    pub half_life: fn() -> f64,
    pub reach: fn() -> f64,
    pub forms: fn() -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("lecture_rates()", answer.lecture_rates),
        Observation::of("half_life()", answer.half_life),
        Observation::of("reach()", answer.reach),
        Observation::of("forms()", answer.forms),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    // As the statement says: half of the third decimal.
    tolerance: 0.0005 + 1e-9,
    observe,
    hints: &[
        "At step 200 the exponent is $200/100$.",
        "Take logarithms of $0.9^t = 0.5$.",
        "$1 + \\gamma + \\gamma^2 + \\dots = 1/(1 - \\gamma)$.",
        "Two factors γ make $0.5$, and $e^{-2k}$ is $0.5$ as well.",
    ],
    mistakes: &[
        Mistake {
            name: "factor-per-step",
            answer: |right| Answer { lecture_rates: || [0.1, 0.0017, 0.0], ..right },
            diagnosis: "You applied 0.96 in every step.",
            hint: "It is the factor of 100 steps.",
        },
        Mistake {
            name: "linear",
            answer: |right| Answer { lecture_rates: || [0.1, 0.096, 0.088], ..right },
            diagnosis: "The second fall is not that of 0.096 by 4 %.",
            hint: "Each hundred steps multiply what there is.",
        },
        Mistake {
            name: "half-as-linear",
            answer: |right| Answer { half_life: || 5.0, ..right },
            diagnosis: "Five steps of a tenth are a half only if each is a tenth of the start.",
            hint: "Each step takes a tenth of what is left.",
        },
        Mistake {
            name: "half-with-one-less-gamma",
            answer: |right| Answer { half_life: || 2.0_f64.ln() / 0.1, ..right },
            diagnosis: "You used k = 1 − γ.",
            hint: "k is −ln γ.",
        },
        Mistake {
            name: "lifetime",
            answer: |right| Answer { half_life: || -1.0 / 0.9_f64.ln(), ..right },
            diagnosis: "That is the time to 1/e.",
            hint: "Multiply by ln 2.",
        },
        Mistake {
            name: "infinite-sum-of-constants",
            answer: |right| Answer { reach: || 50.0, ..right },
            diagnosis: "The initial rate was left out of the sum.",
            hint: "The sum of the powers of γ, times 0.1.",
        },
        Mistake {
            name: "sum-without-the-first",
            answer: |right| Answer { reach: || 4.9, ..right },
            diagnosis: "The rate of step 0 is missing.",
            hint: "The first term is the initial rate itself.",
        },
        Mistake {
            name: "halved-exponents-swapped",
            answer: |right| Answer { forms: || [0.25, 2.0 * 2.0_f64.ln()], ..right },
            diagnosis: "You squared where you should take the root.",
            hint: "A step has less effect than two.",
        },
        Mistake {
            name: "constant-of-two-steps",
            answer: |right| Answer { forms: || [0.5_f64.sqrt(), 2.0_f64.ln()], ..right },
            diagnosis: "k is that of two steps.",
            hint: "Divide by s.",
        },
        Mistake {
            name: "one-less-gamma",
            answer: |right| Answer {
                forms: || [0.5_f64.sqrt(), 1.0 - 0.5_f64.sqrt()],
                ..right
            },
            diagnosis: "1 − γ is near k only where both are small.",
            hint: "k is −ln γ.",
        },
    ],
};
