use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub newton_doubled: fn() -> f64,
    pub bfgs_doubled: fn() -> f64,
    pub lbfgs_doubled: fn() -> f64,
    pub newton_steps: fn() -> f64,
    pub bfgs_steps: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("newton_doubled()", answer.newton_doubled),
        Observation::of("bfgs_doubled()", answer.bfgs_doubled),
        Observation::of("lbfgs_doubled()", answer.lbfgs_doubled),
        Observation::of("newton_steps()", answer.newton_steps),
        Observation::of("bfgs_steps()", answer.bfgs_steps),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says.
    tolerance: 0.05,
    observe,
    hints: &[
        "Which is the largest object that each method touches, and how often does it \
         touch each number in it?",
        "Doubling $d$ multiplies $d^k$ by $2^k$.",
        "What is the second-order Taylor polynomial of a quadratic?",
    ],
    mistakes: &[
        Mistake {
            name: "newton-quadratic",
            answer: |right| Answer { newton_doubled: || 4.0, ..right },
            diagnosis: "4 is the growth of the Hessian's size. To factor it takes d \
                        operations for each of its numbers.",
            hint: "A factorization is of order d³.",
        },
        Mistake {
            name: "bfgs-cubic",
            answer: |right| Answer { bfgs_doubled: || 8.0, ..right },
            diagnosis: "BFGS keeps the inverse itself: nothing is factored.",
            hint: "Count a product of a matrix and a vector.",
        },
        Mistake {
            name: "lbfgs-quadratic",
            answer: |right| Answer { lbfgs_doubled: || 4.0, ..right },
            diagnosis: "L-BFGS has no matrix: its memory is 2m vectors.",
            hint: "Count the dot products of the two loops.",
        },
        Mistake {
            name: "newton-d-steps",
            answer: |right| Answer { newton_steps: || 6.0, ..right },
            diagnosis: "Newton's method knows all directions at once.",
            hint: "Where is the minimum of the parabola that it fits?",
        },
        Mistake {
            name: "bfgs-one-step",
            answer: |right| Answer { bfgs_steps: || 1.0, ..right },
            diagnosis: "BFGS starts without knowledge of any curvature.",
            hint: "It learns one direction a step.",
        },
        Mistake {
            name: "bfgs-one-step-more",
            answer: |right| Answer { bfgs_steps: || 7.0, ..right },
            diagnosis: "One too many: the sixth step is along the last direction and \
                        ends at the minimum.",
            hint: "Count the steps, not the gradients.",
        },
    ],
};
