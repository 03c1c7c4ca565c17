use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub gradient: fn() -> [f64; 2],
    pub descent: fn() -> [f64; 2],
    pub momentum: fn() -> [f64; 2],
    pub adam: fn() -> [f64; 2],
    pub loss_of_descent: fn() -> f64,
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("gradient()", answer.gradient),
        Observation::of("descent()", answer.descent),
        Observation::of("momentum()", answer.momentum),
        Observation::of("adam()", answer.adam),
        Observation::of("loss_of_descent()", answer.loss_of_descent),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Compute $y - x^2$ first: it is in both components.",
        "$\\partial L / \\partial x$ has two terms, one from each square, and the second has \
         the inner derivative $-2x$.",
        "Adam's first step: $\\hat m = g$ and $\\hat v = g^2$, so that $\\hat m / \\sqrt{\\hat \
         v}$ is the sign of $g$.",
    ],
    mistakes: &[
        Mistake {
            name: "gradient-without-inner-derivative",
            answer: |right| Answer { gradient: || [-755.0, -750.0], ..right },
            diagnosis: "The derivative of (y - x²)² with respect to x lacks its factor -2x.",
            hint: "By the chain rule it is 2 (y - x²) times -2x.",
        },
        Mistake {
            name: "gradient-sign-of-the-wall",
            answer: |right| Answer { gradient: || [2245.0, -750.0], ..right },
            diagnosis: "The wall's part of ∂L/∂x has the wrong sign.",
            hint: "-400 times -1.5 times -3.75: three minus signs.",
        },
        Mistake {
            name: "descent-climbs",
            answer: |right| Answer { descent: || [-3.755, -2.25], ..right },
            diagnosis: "Gradient descent went along the gradient.",
            hint: "θ - η g, and g is negative here.",
        },
        Mistake {
            name: "momentum-averages",
            answer: |right| Answer { momentum: || [-1.2745, -1.425], ..right },
            diagnosis: "The gradient was multiplied by 1 - β: that is momentum as a running \
                        mean, or with dampening.",
            hint: "In this book's form, and PyTorch's, v = 0.9 v + g.",
        },
        Mistake {
            name: "momentum-already-fast",
            answer: |right| Answer { momentum: || [2.7845, -0.075], ..right },
            diagnosis: "The gradient was counted 1.9 times: the velocity starts at zero.",
            hint: "v = 0.9 · 0 + g.",
        },
        Mistake {
            name: "adam-by-the-gradient",
            answer: |right| Answer { adam: || [21.05, 6.0], ..right },
            diagnosis: "Adam's step was not divided by the root of v.",
            hint: "m̂ / √v̂ = g / |g|.",
        },
        Mistake {
            name: "adam-without-correction",
            answer: |right| Answer { adam: || [-1.468_377, -1.468_377], ..right },
            diagnosis: "m and v were not corrected: 0.1 / √0.001 = 3.16 times the rate.",
            hint: "Divide m by 1 - 0.9 and v by 1 - 0.999.",
        },
        Mistake {
            name: "loss-without-hundred",
            answer: |right| Answer { loss_of_descent: || 1.802_491, ..right },
            diagnosis: "The second square counts a hundred times.",
            hint: "b = 100.",
        },
    ],
};
