use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub first_of_rmsprop: fn() -> f64,
    pub first_of_adam: fn() -> f64,
    pub rest_of_rmsprop: fn() -> f64,
    pub rest_of_adam: fn() -> f64,
    pub apart: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("first_of_rmsprop()", answer.first_of_rmsprop),
        Observation::of("first_of_adam()", answer.first_of_adam),
        Observation::of("rest_of_rmsprop()", answer.rest_of_rmsprop),
        Observation::of("rest_of_adam()", answer.rest_of_adam),
        Observation::of("apart()", answer.apart),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says; the answers and the usual mistakes are farther apart.
    tolerance: 0.01,
    observe,
    hints: &[
        "After one gradient, what is $v$ for each of the two, and who corrects it?",
        "A cycle of two points, $h$ and $-h$: what are $v$ and the step there? And which mean of \
         gradients does Adam put above the root?",
        "Multiply the loss by ten and look at Adam's step again.",
    ],
    mistakes: &[
        Mistake {
            name: "rmsprop-starts-as-adam",
            answer: |right| Answer { first_of_rmsprop: || 0.25, ..right },
            diagnosis: "0.25 is η. RMSprop does not correct v, which holds a tenth of the first \
                        square.",
            hint: "Divide by the root of 0.1.",
        },
        Mistake {
            name: "rmsprop-starts-as-descent",
            answer: |right| Answer { first_of_rmsprop: || 0.875, ..right },
            diagnosis: "0.875 is the rate times the gradient, which is gradient descent.",
            hint: "The size of the gradient cancels.",
        },
        Mistake {
            name: "adam-starts-as-rmsprop",
            answer: |right| Answer { first_of_adam: || 0.25 / f64::sqrt(0.1), ..right },
            diagnosis: "This is the first step of RMSprop, and that of Adam without its \
                        corrections: a tenth of g over the root of a thousandth of g².",
            hint: "After one gradient the corrected means are g and g².",
        },
        Mistake {
            name: "rmsprop-arrives",
            answer: |right| Answer { rest_of_rmsprop: || 0.0, ..right },
            diagnosis: "RMSprop does not arrive: gradient and root go to zero together, and their \
                        quotient does not.",
            hint: "Look for a cycle of two points.",
        },
        Mistake {
            name: "rmsprop-hops-by-the-rate",
            answer: |right| Answer { rest_of_rmsprop: || 0.25, ..right },
            diagnosis: "0.25 is the length of the hop, from one side to the other.",
            hint: "Zero is in the middle.",
        },
        Mistake {
            name: "adam-hops-as-well",
            answer: |right| Answer { rest_of_adam: || 0.125, ..right },
            diagnosis: "0.125 is where RMSprop ends. Adam's mean of gradients averages hops away, \
                        and its root remembers the large gradients for a thousand steps.",
            hint: "What is the mean of gradients that change their sign at every step?",
        },
        Mistake {
            name: "steep-is-first",
            answer: |right| Answer { apart: || 3.5, ..right },
            diagnosis: "This would be so if the steep direction had arrived before the flat one \
                        had moved. Both move alike: the factor of ten is in m and in the root of \
                        v.",
            hint: "Divide the gradient by its size, and the curvature is gone.",
        },
    ],
};
