use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub first: fn() -> f64,
    pub first_uncorrected: fn() -> f64,
    pub after_zeros: fn() -> f64,
    pub alternating: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("first()", answer.first),
        Observation::of("first_uncorrected()", answer.first_uncorrected),
        Observation::of("after_zeros()", answer.after_zeros),
        Observation::of("alternating()", answer.alternating),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Write down $m$ and $v$ after one gradient $g$; then divide.",
        "After many zeros both moments are zero and both corrections are 1.",
        "When the signs alternate, $m$ has the same size before and after a step, and the \
         opposite sign.",
    ],
    mistakes: &[
        Mistake {
            name: "first-by-gradient",
            answer: |right| Answer { first: || 0.001, ..right },
            diagnosis: "0.001 is the step of gradient descent.",
            hint: "Adam divides by the root of the mean square, which is 0.001 too.",
        },
        Mistake {
            name: "first-not-corrected",
            answer: |right| Answer { first: || 3.162, ..right },
            diagnosis: "3.16 is the first step without the corrections.",
            hint: "m̂ is the gradient itself at the first step, and v̂ its square.",
        },
        Mistake {
            name: "uncorrected-too-short",
            answer: |right| Answer { first_uncorrected: || 0.1, ..right },
            diagnosis: "0.1 is m over the gradient; v is too small as well.",
            hint: "The root of v is 0.0316 of the gradient.",
        },
        Mistake {
            name: "root-forgotten",
            answer: |right| Answer { first_uncorrected: || 100.0, ..right },
            diagnosis: "100 is 0.1/0.001: the root is missing.",
            hint: "Divide by the root of 0.001.",
        },
        Mistake {
            name: "bounded-by-the-rate",
            answer: |right| Answer { after_zeros: || 1.0, ..right },
            diagnosis: "1 is the length where gradients are alike.",
            hint: "After zeros v holds only a thousandth of the new square, m a tenth of \
                   the new gradient.",
        },
        Mistake {
            name: "alternating-full",
            answer: |right| Answer { alternating: || 1.0, ..right },
            diagnosis: "1 is the step of a gradient that keeps its sign.",
            hint: "m is a mean of gradients of both signs.",
        },
        Mistake {
            name: "alternating-none",
            answer: |right| Answer { alternating: || 0.0, ..right },
            diagnosis: "The mean of all gradients is zero, but m counts the last one most.",
            hint: "Solve m = -0.9 m + 0.1.",
        },
    ],
};
