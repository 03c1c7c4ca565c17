use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub accuracy_doubled: fn() -> f64,
    pub loss_before: fn() -> f64,
    pub loss_doubled: fn() -> f64,
    pub loss_tenfold: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("accuracy_doubled()", answer.accuracy_doubled),
        Observation::of("loss_before()", answer.loss_before),
        Observation::of("loss_doubled()", answer.loss_doubled),
        Observation::of("loss_tenfold()", answer.loss_tenfold),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Predict,
    // As the statement says.
    tolerance: 0.05,
    observe,
    hints: &[
        "Which answers change when all logits are multiplied by the same positive number?",
        "For a large positive logit $\\ln(1 + e^{-z})$ is nearly 0; for a large negative one it is \
         nearly $-z$.",
        "With ten times the weights, only the third sample costs anything.",
    ],
    mistakes: &[
        Mistake {
            name: "accuracy-rises",
            answer: |right| Answer { accuracy_doubled: || 1.0, ..right },
            diagnosis: "No sign changes: the wrong sample stays wrong, and more surely.",
            hint: "Count the positive logits among 4, 2 and -2.",
        },
        Mistake {
            name: "accuracy-as-percent",
            answer: |right| Answer { accuracy_doubled: || 66.7, ..right },
            diagnosis: "The number is right as a percentage.",
            hint: "Give it from 0 to 1.",
        },
        Mistake {
            name: "loss-of-the-right-alone",
            answer: |right| Answer { loss_before: || 0.2201, ..right },
            diagnosis: "0.22 leaves out the wrong sample.",
            hint: "Average over all three.",
        },
        Mistake {
            name: "loss-summed",
            answer: |right| Answer { loss_before: || 1.7535, ..right },
            diagnosis: "1.75 is the sum.",
            hint: "Divide by three.",
        },
        Mistake {
            name: "sign-of-the-logit",
            answer: |right| Answer { loss_before: || 1.2512, ..right },
            diagnosis: "1.25 results from ln(1 + e^z): the costs of class 0.",
            hint: "The samples are of class 1: ln(1 + e^(-z)).",
        },
        Mistake {
            name: "loss-falls",
            answer: |right| Answer { loss_doubled: || 0.35, ..right },
            diagnosis: "The right samples become a little cheaper, and the wrong one dearer by almost 1: the mean rises.",
            hint: "What does the sample with the logit -2 cost?",
        },
        Mistake {
            name: "loss-doubles",
            answer: |right| Answer { loss_doubled: || 1.1690, ..right },
            diagnosis: "The loss is not proportional to the weights: the right samples become cheaper.",
            hint: "Put 4, 2 and -2 into the formula.",
        },
        Mistake {
            name: "loss-stays",
            answer: |right| Answer { loss_doubled: || 0.5845, ..right },
            diagnosis: "The accuracy stays, the loss does not.",
            hint: "Put 4, 2 and -2 into the formula.",
        },
        Mistake {
            name: "tenfold-in-proportion",
            answer: |right| Answer { loss_tenfold: || 5.845, ..right },
            diagnosis: "The loss is not proportional to the weights.",
            hint: "Which samples still cost anything at the logits 20, 10 and -10?",
        },
        Mistake {
            name: "tenfold-summed",
            answer: |right| Answer { loss_tenfold: || 10.0, ..right },
            diagnosis: "10 is what the wrong sample costs.",
            hint: "Divide by three: the other two cost nothing.",
        },
        Mistake {
            name: "tenfold-bounded",
            answer: |right| Answer { loss_tenfold: || 1.0 / 3.0, ..right },
            diagnosis: "A wrong sample costs more than 1: cross-entropy has no upper bound.",
            hint: "It costs nearly as much as its logit is below zero.",
        },
    ],
};
