use crate::check::{Check, Kind, Mistake, ROUNDING};
pub use crate::look_ahead::Answer;
use crate::look_ahead::{
    LOOKS_BACK, LOOKS_HERE, MOVES_TWICE, NO_RATE, WHOLE_STEP, observe,
};

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "no-rate" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "With $\\theta = 1$, $v = 3$, $\\beta = 0.8$ and $\\eta = 0.1$: where does the \
         velocity lead, and where does the step look?",
        "Why is it right at $\\eta = 1$? What is missing elsewhere?",
    ],
    mistakes: &[
        NO_RATE,
        LOOKS_BACK,
        LOOKS_HERE,
        WHOLE_STEP,
        MOVES_TWICE,
        Mistake {
            name: "rate-moved-inside",
            answer: |_| Answer {
                step: |theta, velocity, gradient, rate, beta| {
                    let ahead = theta - beta * velocity;
                    let velocity = beta * velocity + rate * gradient(ahead);
                    [theta - velocity, velocity]
                },
            },
            diagnosis: "The rate is in the velocity now: consistent, but another \
                        convention, with another v.",
            hint: "The statement keeps the rate outside.",
        },
    ],
};
