use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub squares: fn() -> [f64; 3],
    pub lengths: fn() -> [f64; 3],
    pub theta: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("squares()", answer.squares),
        Observation::of("lengths()", answer.lengths),
        Observation::of("theta()", answer.theta),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "$G$ is a sum that never forgets: each step adds the square of its gradient.",
        "The gradient of a step is in $G$ before the step is taken. The roots of the \
         three sums are whole numbers.",
        "A positive gradient moves $\\theta$ down, a negative one up.",
    ],
    mistakes: &[
        Mistake {
            name: "squares-not-added",
            answer: |right| Answer { squares: || [9.0, 16.0, 144.0], ..right },
            diagnosis: "These are the squares of the gradients, each for itself.",
            hint: "G keeps what it had, and adds the new square.",
        },
        Mistake {
            name: "gradients-added",
            answer: |right| Answer { squares: || [3.0, -1.0, 11.0], ..right },
            diagnosis: "The gradients were added, not their squares.",
            hint: "Square first: the sign must not cancel anything.",
        },
        Mistake {
            name: "sizes-added",
            answer: |right| Answer { squares: || [3.0, 7.0, 19.0], ..right },
            diagnosis: "The sizes of the gradients were added, not their squares.",
            hint: "G ← G + g².",
        },
        Mistake {
            name: "steps-by-own-square",
            answer: |right| Answer { lengths: || [0.5, 0.5, 0.5], ..right },
            diagnosis: "Each gradient was divided by its own size, as in the first step.",
            hint: "The root is that of all squares so far.",
        },
        Mistake {
            name: "steps-of-descent",
            answer: |right| Answer { lengths: || [1.5, 2.0, 6.0], ..right },
            diagnosis: "These are the steps of gradient descent, η times g.",
            hint: "Divide each by the root of G.",
        },
        Mistake {
            name: "root-forgotten",
            answer: |right| Answer {
                lengths: || [1.5 / 9.0, 2.0 / 25.0, 6.0 / 169.0],
                ..right
            },
            diagnosis: "The gradients were divided by G, not by its root.",
            hint: "With the root the units cancel: a gradient over a gradient.",
        },
        Mistake {
            name: "theta-uphill",
            answer: |right| Answer { theta: || 2.0 + 0.5 - 0.4 + 6.0 / 13.0, ..right },
            diagnosis: "The steps were taken along the gradients, uphill.",
            hint: "θ ← θ − η g / √G.",
        },
        Mistake {
            name: "theta-without-signs",
            answer: |right| Answer { theta: || 2.0 - 0.5 - 0.4 - 6.0 / 13.0, ..right },
            diagnosis: "All three steps were subtracted, but the second gradient is \
                        negative.",
            hint: "A negative gradient says that θ should grow.",
        },
    ],
};
