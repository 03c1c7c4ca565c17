use crate::check::{Check, Kind, Mistake, ROUNDING};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub descent_on_cents: fn() -> f64,
    pub adam_on_cents: fn() -> f64,
    pub descent_on_tenths: fn() -> f64,
    pub adam_on_tenths: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("descent_on_cents()", answer.descent_on_cents),
        Observation::of("adam_on_cents()", answer.adam_on_cents),
        Observation::of("descent_on_tenths()", answer.descent_on_tenths),
        Observation::of("adam_on_tenths()", answer.adam_on_tenths),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Design,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Write one step of each, in the old and in the new units, and ask which rate makes the \
         steps the same walk.",
        "By the chain rule $\\partial L / \\partial \\theta' = \\frac{1}{10}\\, \\partial L / \
         \\partial \\theta$.",
        "Adam's step is the rate times a number that does not change when all gradients are \
         multiplied by a constant.",
    ],
    mistakes: &[
        Mistake {
            name: "descent-keeps-its-rate-on-cents",
            answer: |right| Answer { descent_on_cents: || 0.1, ..right },
            diagnosis: "At the old rate every step would be a hundred times as long.",
            hint: "The gradient is a hundred times as large.",
        },
        Mistake {
            name: "adam-divides-by-hundred",
            answer: |right| Answer { adam_on_cents: || 0.0003, ..right },
            diagnosis: "Adam's steps do not grow with the gradient: at this rate they would be a \
                        hundredth.",
            hint: "m̂ / √v̂ is the same for g and 100 g.",
        },
        Mistake {
            name: "descent-ten-times",
            answer: |right| Answer { descent_on_tenths: || 1.0, ..right },
            diagnosis: "The steps would have the right size if the gradient had kept its own.",
            hint: "The gradient is a tenth, and the step ten times: two factors.",
        },
        Mistake {
            name: "descent-keeps-its-rate-on-tenths",
            answer: |right| Answer { descent_on_tenths: || 0.1, ..right },
            diagnosis: "The gradient by the new parameters is a tenth, and the way ten times as \
                        far.",
            hint: "Write θ′ = 10θ into the step of gradient descent.",
        },
        Mistake {
            name: "adam-keeps-its-rate-on-tenths",
            answer: |right| Answer { adam_on_tenths: || 0.03, ..right },
            diagnosis: "In the new units all distances are ten times as long, and Adam's steps \
                        have the size of the rate.",
            hint: "The rate of Adam is a distance.",
        },
        Mistake {
            name: "adam-like-descent",
            answer: |right| Answer { adam_on_tenths: || 3.0, ..right },
            diagnosis: "A hundred is the factor of gradient descent, whose gradient shrinks too.",
            hint: "Adam does not see that the gradient is smaller.",
        },
    ],
};
