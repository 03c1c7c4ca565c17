use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub forward: fn() -> f64,
    pub central: fn() -> f64,
    pub central_single: fn() -> f64,
    pub of_a_thousand: fn() -> f64,
    pub error: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("forward()", answer.forward),
        Observation::of("central()", answer.central),
        Observation::of("central_single()", answer.central_single),
        Observation::of("of_a_thousand()", answer.of_a_thousand),
        Observation::of("error()", answer.error),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // Half a power of ten.
    tolerance: 0.5,
    observe,
    hints: &[
        "The error is about $h + \\varepsilon/h$ for the forward and $h^2 + \\varepsilon/h$ for \
         the central difference.",
        "Both terms are of one size at the best $h$. Solve for it.",
        "Write θ as 1000 times a number of order one: what is the step of that number?",
    ],
    mistakes: &[
        Mistake {
            name: "forward-epsilon",
            answer: |right| Answer { forward: || -15.65, ..right },
            diagnosis: "That is ε itself, where nothing is left but rounding.",
            hint: "Take a root of it.",
        },
        Mistake {
            name: "forward-cube-root",
            answer: |right| Answer { forward: || -5.2, ..right },
            diagnosis: "That is the cube root of ε, which is for central differences.",
            hint: "The truncation of a forward difference is h, not h².",
        },
        Mistake {
            name: "central-square-root",
            answer: |right| Answer { central: || -7.8, ..right },
            diagnosis: "That is the root of ε, which is for forward differences.",
            hint: "h² = ε/h.",
        },
        Mistake {
            name: "central-epsilon",
            answer: |right| Answer { central: || -15.65, ..right },
            diagnosis: "That is ε itself, where nothing is left but rounding.",
            hint: "Take the cube root of it.",
        },
        Mistake {
            name: "single-as-double",
            answer: |right| Answer { central_single: || -5.2, ..right },
            diagnosis: "That is the step of double precision.",
            hint: "The ε of single precision is 1.2e-7.",
        },
        Mistake {
            name: "single-square-root",
            answer: |right| Answer { central_single: || -3.46, ..right },
            diagnosis: "That is the root of ε, which is for forward differences.",
            hint: "Take the cube root.",
        },
        Mistake {
            name: "thousand-not-scaled",
            answer: |right| Answer { of_a_thousand: || -5.2, ..right },
            diagnosis: "That is the step of a parameter of order one.",
            hint: "h has the unit of θ.",
        },
        Mistake {
            name: "thousand-the-wrong-way",
            answer: |right| Answer { of_a_thousand: || -8.2, ..right },
            diagnosis: "The step was divided by the size of the parameter.",
            hint: "A larger parameter wants a larger step.",
        },
        Mistake {
            name: "error-is-epsilon",
            answer: |right| Answer { error: || -15.65, ..right },
            diagnosis: "That would be a derivative good to the last bit.",
            hint: "Put the best h into h².",
        },
        Mistake {
            name: "error-is-the-step",
            answer: |right| Answer { error: || -5.2, ..right },
            diagnosis: "That is the step; the error is its square.",
            hint: "h² at h = ε^(1/3).",
        },
    ],
};
