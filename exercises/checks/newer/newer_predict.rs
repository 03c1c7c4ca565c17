use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub lion: fn() -> f64,
    pub lamb: fn() -> f64,
    pub lars: fn() -> f64,
    pub average: fn() -> f64,
    pub memory: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("lion()", answer.lion),
        Observation::of("lamb()", answer.lamb),
        Observation::of("lars()", answer.lars),
        Observation::of("average()", answer.average),
        Observation::of("memory()", answer.memory),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "A vector of $d$ entries $\\pm\\eta$ has the length $\\eta\\sqrt{d}$.",
        "In LARS and LAMB ask what cancels.",
        "Write down $z_1, z_2, \\dots$: $x$ is their mean, without the start.",
    ],
    mistakes: &[
        Mistake {
            name: "one-entry",
            answer: |right| Answer { lion: || 0.001, ..right },
            diagnosis: "0.001 is how far one parameter goes.",
            hint: "There are ten thousand of them: take the root of the sum of squares.",
        },
        Mistake {
            name: "sum-of-entries",
            answer: |right| Answer { lion: || 10.0, ..right },
            diagnosis: "10 is the sum of the absolute values.",
            hint: "The Euclidean norm has a root.",
        },
        Mistake {
            name: "rate-is-the-length",
            answer: |right| Answer { lamb: || 0.01, ..right },
            diagnosis: "0.01 is the share of the layer's length.",
            hint: "Multiply by the length of the layer.",
        },
        Mistake {
            name: "as-gradient-descent",
            answer: |right| Answer { lars: || 100.0, ..right },
            diagnosis: "100 is the factor of gradient descent.",
            hint: "LARS divides by the length of the gradient.",
        },
        Mistake {
            name: "divided-twice",
            answer: |right| Answer { lars: || 0.01, ..right },
            diagnosis: "The gradient is in the step, and its length below it: once each.",
            hint: "They cancel.",
        },
        Mistake {
            name: "where-it-walks",
            answer: |right| Answer { average: || -9.0, ..right },
            diagnosis: "-9 is z, where it walks.",
            hint: "x is the mean of all z.",
        },
        Mistake {
            name: "start-counted",
            answer: |right| Answer { average: || -4.5, ..right },
            diagnosis: "This mean has the start in it.",
            hint: "At the first step the share of z is 1, and the start is gone.",
        },
        Mistake {
            name: "as-much",
            answer: |right| Answer { memory: || 1.0, ..right },
            diagnosis: "Lion has no second moment.",
            hint: "Count the vectors of each.",
        },
    ],
};
