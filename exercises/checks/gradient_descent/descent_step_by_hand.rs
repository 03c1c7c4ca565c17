use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub gradient: fn() -> [f64; 2],
    pub after: fn() -> [f64; 2],
    pub loss_after: fn() -> f64,
    pub largest_rate: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("gradient()", answer.gradient),
        Observation::of("after()", answer.after),
        Observation::of("loss_after()", answer.loss_after),
        Observation::of("largest_rate()", answer.largest_rate),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The prediction is $2 \\cdot 3 + 1$. What is the residual, with its sign?",
        "$L = r^2$, so $\\partial L / \\partial w = 2 r\\, \\partial r / \\partial w$, and \
         $\\partial r / \\partial w = x$.",
        "For the last question write the residual after a step of rate $\\eta$ as the \
         residual before times a factor. When is the factor $-1$?",
    ],
    mistakes: &[
        Mistake {
            name: "gradient-without-two",
            answer: |right| Answer { gradient: || [-9.0, -3.0], ..right },
            diagnosis: "The derivative of r² was taken as r; its factor 2 is missing.",
            hint: "The loss is r², not r²/2.",
        },
        Mistake {
            name: "gradient-sign-reversed",
            answer: |right| Answer { gradient: || [18.0, 6.0], ..right },
            diagnosis: "The sign is reversed: the residual was taken as y - ŷ, without \
                        the minus sign of its derivative.",
            hint: "The prediction is too low, so the loss falls when w grows: its \
                   derivative is negative.",
        },
        Mistake {
            name: "gradient-without-input",
            answer: |right| Answer { gradient: || [-6.0, -6.0], ..right },
            diagnosis: "The factor x = 3 of the derivative with respect to w is missing.",
            hint: "∂r/∂w = x, and ∂r/∂b = 1.",
        },
        Mistake {
            name: "step-uphill",
            answer: |right| Answer { after: || [1.1, 0.7], ..right },
            diagnosis: "This step goes uphill: the gradient was added.",
            hint: "θ ← θ - η g, and g is negative here.",
        },
        Mistake {
            name: "step-without-rate",
            answer: |right| Answer { after: || [20.0, 7.0], ..right },
            diagnosis: "The whole gradient was subtracted; the rate is missing.",
            hint: "Multiply the gradient by 0.05.",
        },
        Mistake {
            name: "step-without-two",
            answer: |right| Answer { after: || [2.45, 1.15], ..right },
            diagnosis: "This is the step for r²/2, half as long.",
            hint: "The gradient of r² has a factor 2.",
        },
        Mistake {
            name: "bias-from-the-new-weight",
            answer: |right| Answer { after: || [2.9, 1.03], ..right },
            diagnosis: "w was updated first, and the gradient of b was computed with the \
                        new w. Gradient descent moves all parameters from one gradient.",
            hint: "Compute both derivatives before you change anything.",
        },
        Mistake {
            name: "loss-before",
            answer: |right| Answer { loss_after: || 9.0, ..right },
            diagnosis: "9 is the loss before the step.",
            hint: "Put w = 2.9 and b = 1.3 into the model.",
        },
        Mistake {
            name: "prediction-for-loss",
            answer: |right| Answer { loss_after: || 10.0, ..right },
            diagnosis: "10 is the new prediction, which is the target exactly.",
            hint: "The loss is the square of their difference.",
        },
        Mistake {
            name: "rate-that-lands",
            answer: |right| Answer { largest_rate: || 0.05, ..right },
            diagnosis: "0.05 is the rate that lands on the minimum, 1/L. A step may be \
                        almost twice as long and still lower the loss.",
            hint: "Beyond the minimum the parabola rises as it fell before.",
        },
        Mistake {
            name: "rate-of-the-weight-alone",
            answer: |right| Answer { largest_rate: || 1.0 / 9.0, ..right },
            diagnosis: "That is the border when w moves alone. b moves too, and adds its \
                        1 to x².",
            hint: "A step changes the prediction by -η 2r (x² + 1).",
        },
        Mistake {
            name: "rate-of-one",
            answer: |right| Answer { largest_rate: || 1.0, ..right },
            diagnosis: "1 is the border for L = x² in one dimension. Here the curvature \
                        is 2(x² + 1) = 20.",
            hint: "The factor of the residual is 1 - 20 η.",
        },
    ],
};
