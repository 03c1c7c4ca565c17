use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub squared_error: fn() -> [f64; 2],
    pub absolute_error: fn() -> [f64; 2],
    pub huber: fn() -> [f64; 2],
    pub residuals_after: fn() -> [f64; 3],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("squared_error()", answer.squared_error),
        Observation::of("absolute_error()", answer.absolute_error),
        Observation::of("huber()", answer.huber),
        Observation::of("residuals_after()", answer.residuals_after),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "The residual is $r = 2 \\cdot 3 + 0 - 16 = -10$ for all three losses.",
        "By the chain rule $\\partial L / \\partial w = L'(r) \\, x$ and \
         $\\partial L / \\partial b = L'(r)$. What is $L'(r)$ for each loss?",
        "Under the Huber loss $L'(r)$ is $r$ where $|r| \\le \\delta$, and $\\delta$ \
         with the sign of $r$ elsewhere.",
    ],
    mistakes: &[
        Mistake {
            name: "squared-uphill",
            answer: |right| Answer { squared_error: || [-4.0, -2.0], ..right },
            diagnosis: "This step goes uphill: the gradient was added, or the residual \
                        was taken as y - ŷ.",
            hint: "The prediction 6 is below the target 16, so w and b have to grow.",
        },
        Mistake {
            name: "squared-without-two",
            answer: |right| Answer { squared_error: || [5.0, 1.0], ..right },
            diagnosis: "The derivative of r² was taken as r; its factor 2 is missing.",
            hint: "L = r² here, not r²/2, so L'(r) = 2r = -20.",
        },
        Mistake {
            name: "squared-without-input",
            answer: |right| Answer { squared_error: || [4.0, 2.0], ..right },
            diagnosis: "w was moved by as much as b: the factor x = 3 of its gradient is \
                        missing.",
            hint: "∂r/∂w = x, and ∂r/∂b = 1.",
        },
        Mistake {
            name: "absolute-uphill",
            answer: |right| Answer { absolute_error: || [1.7, -0.1], ..right },
            diagnosis: "This step goes uphill: the gradient was added, or the residual \
                        was taken as y - ŷ.",
            hint: "The prediction 6 is below the target 16, so w and b have to grow.",
        },
        Mistake {
            name: "absolute-with-residual",
            answer: |right| Answer { absolute_error: || [5.0, 1.0], ..right },
            diagnosis: "The derivative of |r| was taken as r.",
            hint: "|r| is a line on either side of 0: its slope is -1 or 1, however \
                   large r is.",
        },
        Mistake {
            name: "absolute-without-input",
            answer: |right| Answer { absolute_error: || [2.1, 0.1], ..right },
            diagnosis: "w was moved by as much as b: the factor x = 3 of its gradient is \
                        missing.",
            hint: "∂r/∂w = x, and ∂r/∂b = 1.",
        },
        Mistake {
            name: "huber-uphill",
            answer: |right| Answer { huber: || [1.4, -0.2], ..right },
            diagnosis: "This step goes uphill: the gradient was added, or the residual \
                        was taken as y - ŷ.",
            hint: "The prediction 6 is below the target 16, so w and b have to grow.",
        },
        Mistake {
            name: "huber-in-quadratic-branch",
            answer: |right| Answer { huber: || [5.0, 1.0], ..right },
            diagnosis: "The derivative r of the quadratic branch was used, but |r| = 10 \
                        is beyond delta = 2.",
            hint: "Beyond delta the slope stays at delta with the sign of r.",
        },
        Mistake {
            name: "huber-without-delta",
            answer: |right| Answer { huber: || [2.3, 0.1], ..right },
            diagnosis: "This is the step of the absolute error: the slope of the linear \
                        branch was taken as 1.",
            hint: "The linear branch is delta (|r| - delta/2); its slope is delta = 2.",
        },
        Mistake {
            name: "huber-doubled",
            answer: |right| Answer { huber: || [3.2, 0.4], ..right },
            diagnosis: "This step is twice too long: a factor 2 of the squared error \
                        slipped in.",
            hint: "The slope of the linear branch is delta = 2, not 2 delta.",
        },
        Mistake {
            name: "huber-without-input",
            answer: |right| Answer { huber: || [2.2, 0.2], ..right },
            diagnosis: "w was moved by as much as b: the factor x = 3 of its gradient is \
                        missing.",
            hint: "∂r/∂w = x, and ∂r/∂b = 1.",
        },
        Mistake {
            name: "residuals-reversed",
            answer: |right| Answer { residuals_after: || [-10.0, 9.0, 8.0], ..right },
            diagnosis: "The residuals have the opposite sign: they are y - ŷ.",
            hint: "In this book r = ŷ - y: positive where the prediction is too high.",
        },
        Mistake {
            name: "residuals-with-old-bias",
            answer: |right| Answer { residuals_after: || [8.0, -9.1, -8.2], ..right },
            diagnosis: "The new w was used with the old b = 0.",
            hint: "Both parameters moved: the prediction is now 3w + b with both new \
                   values.",
        },
        Mistake {
            name: "residuals-are-predictions",
            answer: |right| Answer { residuals_after: || [26.0, 7.0, 8.0], ..right },
            diagnosis: "These are the new predictions.",
            hint: "Subtract the target 16 from each.",
        },
        Mistake {
            name: "residuals-without-sign",
            answer: |right| Answer { residuals_after: || [10.0, 9.0, 8.0], ..right },
            diagnosis: "The sizes are right, the signs are lost, and with them the \
                        point: one step overshot the target.",
            hint: "Compare each new prediction with 16: is it above or below?",
        },
    ],
};
