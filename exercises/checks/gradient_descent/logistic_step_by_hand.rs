use crate::check::{Check, Kind, Mistake};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub probability: fn() -> f64,
    pub gradient: fn() -> [f64; 2],
    pub after: fn() -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("probability()", answer.probability),
        Observation::of("gradient()", answer.gradient),
        Observation::of("after()", answer.after),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    // The statement asks for three decimals: one unit of the last, since p is rounded
    // before it is doubled.
    tolerance: 0.0011,
    observe,
    hints: &[
        "The logit is $z = w x + b = 1$.",
        "$\\partial L / \\partial z = p - y$. You can derive it once and keep it.",
        "$\\partial z / \\partial w = x = 2$ and $\\partial z / \\partial b = 1$.",
    ],
    mistakes: &[
        Mistake {
            name: "logit-for-probability",
            answer: |right| Answer { probability: || 1.0, ..right },
            diagnosis: "1 is the logit; the sigmoid turns it into a probability.",
            hint: "p = 1 / (1 + e^(-1)).",
        },
        Mistake {
            name: "probability-of-the-other-class",
            answer: |right| Answer { probability: || 0.268_941, ..right },
            diagnosis: "0.269 is the probability of class 0, σ(-1).",
            hint: "p is the probability of class 1: e is raised to -z = -1.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer { gradient: || [-1.462_117, -0.731_059], ..right },
            diagnosis: "The sign is reversed: y - p instead of p - y.",
            hint: "The label is 0, so a larger p costs more: the derivative is positive.",
        },
        Mistake {
            name: "gradient-without-input",
            answer: |right| Answer { gradient: || [0.731_059, 0.731_059], ..right },
            diagnosis: "The factor x = 2 of the derivative with respect to w is missing.",
            hint: "∂z/∂w = x.",
        },
        Mistake {
            name: "gradient-of-the-squared-error",
            answer: |right| Answer { gradient: || [0.574_951, 0.287_475], ..right },
            diagnosis: "This has the factor 2 p (1 - p) of the squared error (p - y)².",
            hint: "Under cross-entropy the derivative of the sigmoid cancels: p - y.",
        },
        Mistake {
            name: "gradient-with-slope-of-sigmoid",
            answer: |right| Answer { gradient: || [0.393_224, 0.196_612], ..right },
            diagnosis: "This is the derivative of p, p (1 - p), times the input: the \
                        derivative of the loss with respect to p is missing.",
            hint: "∂L/∂p = 1/(1 - p) for y = 0, and 1 - p cancels.",
        },
        Mistake {
            name: "step-uphill",
            answer: |right| Answer { after: || [1.292_423, -0.853_788], ..right },
            diagnosis: "This step goes uphill: the gradient was added.",
            hint: "θ ← θ - η g.",
        },
        Mistake {
            name: "step-without-rate",
            answer: |right| Answer { after: || [-0.462_117, -1.731_059], ..right },
            diagnosis: "The whole gradient was subtracted; the rate 0.2 is missing.",
            hint: "Multiply the gradient by 0.2.",
        },
    ],
};
