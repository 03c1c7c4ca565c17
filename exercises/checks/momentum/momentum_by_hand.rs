use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub sum: fn() -> [f64; 3],
    pub average: fn() -> [f64; 3],
    pub dampened: fn() -> [f64; 3],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("sum()", answer.sum),
        Observation::of("average()", answer.average),
        Observation::of("dampened()", answer.dampened),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    // As the statement says: half of the third decimal.
    tolerance: 0.0005 + 1e-9,
    observe,
    hints: &[
        "Make a table with a row for each step: $g$, then $v$, then $\\theta$. The new \
         $v$ comes first, and the step uses it.",
        "The third gradient is negative, but the velocity of the sum is not yet: half of \
         $3$, less $1$.",
        "Dampening: the first velocity is the whole gradient, $2$. Only from the second \
         step on the gradient is halved.",
    ],
    mistakes: &[
        Mistake {
            name: "old-velocity-used",
            answer: |right| Answer { sum: || [1.0, 0.8, 0.5], ..right },
            diagnosis: "Each step used the velocity from before its gradient came in.",
            hint: "First v, then θ with the new v.",
        },
        Mistake {
            name: "no-memory",
            answer: |right| Answer { sum: || [0.8, 0.6, 0.7], ..right },
            diagnosis: "These are the steps of gradient descent: the velocity was not \
                        kept.",
            hint: "v is half of the v before, plus the gradient.",
        },
        Mistake {
            name: "velocity-never-shrinks",
            answer: |right| Answer { sum: || [0.8, 0.4, 0.1], ..right },
            diagnosis: "The gradients were added up without β.",
            hint: "Halve the velocity before you add the gradient.",
        },
        Mistake {
            name: "velocities-for-positions",
            answer: |right| Answer { sum: || [2.0, 3.0, 0.5], ..right },
            diagnosis: "These are the velocities.",
            hint: "θ goes from 1 by −0.1 v at each step.",
        },
        Mistake {
            name: "average-starts-whole",
            answer: |right| Answer { average: || [0.8, 0.6, 0.55], ..right },
            diagnosis: "The first velocity of the average was the whole gradient: that is \
                        dampening.",
            hint: "The average starts from v = 0, so its first v is (1 − β) g.",
        },
        Mistake {
            name: "average-is-the-sum",
            answer: |right| Answer { average: || [0.8, 0.5, 0.45], ..right },
            diagnosis: "This is the walk of the sum: 1 − β is missing.",
            hint: "The gradient is halved before it is added.",
        },
        Mistake {
            name: "dampened-from-zero",
            answer: |right| Answer { dampened: || [0.9, 0.75, 0.725], ..right },
            diagnosis: "Dampening was applied at the first step too: that is the moving \
                        average.",
            hint: "PyTorch's first velocity is the gradient.",
        },
        Mistake {
            name: "dampened-is-the-sum",
            answer: |right| Answer { dampened: || [0.8, 0.5, 0.45], ..right },
            diagnosis: "This is the walk of the sum: the gradients of the second and \
                        third step are dampened.",
            hint: "v = 0.5 v + 0.5 g from the second step on.",
        },
    ],
};
