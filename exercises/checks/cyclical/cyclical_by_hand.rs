use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub triangular: fn() -> [f64; 2],
    pub triangular2: fn() -> [f64; 2],
    pub exp_range: fn() -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("triangular()", answer.triangular),
        Observation::of("triangular2()", answer.triangular2),
        Observation::of("exp_range()", answer.exp_range),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Draw the triangle of one cycle first: 0 at step 0, 1 at step 4, 0 at step 8.",
        "All three are $\\eta_{\\min} + (\\eta_{\\max} - \\eta_{\\min})\\, h\\, s$; only $s$ differs.",
        "Step 12 is in the second cycle, so $s = \\frac12$ there; step 20 is in the third.",
    ],
    mistakes: &[
        Mistake {
            name: "cycle-for-half",
            answer: |right| Answer { triangular: || [5.0, 9.0], ..right },
            diagnosis: "Your triangle goes up and down in 4 steps.",
            hint: "The step size is half a cycle: 4 steps up, and 4 down.",
        },
        Mistake {
            name: "base-forgotten",
            answer: |right| Answer { triangular: || [6.0, 4.0], ..right },
            diagnosis: "The triangle stands on 0, not on the lower bound.",
            hint: "Add 1: the rate is never below the lower bound.",
        },
        Mistake {
            name: "rate-halved",
            answer: |right| Answer { triangular2: || [4.5, 2.25], ..right },
            diagnosis: "You have halved the upper bound, 9 to 4.5 and 2.25.",
            hint: "triangular2 halves the height above the base: 8, 4, 2.",
        },
        Mistake {
            name: "rate-halved-all-of-it",
            answer: |right| Answer { triangular2: || [2.5, 1.25], ..right },
            diagnosis: "You have halved the rate after the height was halved.",
            hint: "Add the base after the height is halved, and halve nothing else.",
        },
        Mistake {
            name: "a-cycle-late",
            answer: |right| Answer { triangular2: || [9.0, 5.0], ..right },
            diagnosis: "The height is halved a cycle too late.",
            hint: "Steps 0 to 7 are the first cycle: step 12 is in the second.",
        },
        Mistake {
            name: "rate-shrunk",
            answer: |right| Answer { exp_range: || [9.0 / 16.0, 3.0 / 128.0], ..right },
            diagnosis: "You have multiplied the whole rate by γ, and fallen below the bound.",
            hint: "Only the height shrinks: the base stays at 1.",
        },
        Mistake {
            name: "gamma-by-the-cycle",
            answer: |right| Answer { exp_range: || [9.0, 3.0], ..right },
            diagnosis: "You have shrunk the height once a cycle, as triangular2 does.",
            hint: "exp_range multiplies by γ at every step: γ⁴ at step 4.",
        },
    ],
};
