use crate::check::{Check, Kind, Mistake, TWO_DECIMALS};
use crate::observation::Observation;

#[derive(Clone, Copy)]
pub struct Answer {
    pub corrected: fn() -> [f64; 2],
    pub uncorrected: fn() -> [f64; 2],
}

fn observe(answer: &Answer) -> Vec<Observation> {
    vec![
        Observation::of("corrected()", answer.corrected),
        Observation::of("uncorrected()", answer.uncorrected),
    ]
}

pub const CHECK: Check<Answer> = Check {
    kind: Kind::ByHand,
    tolerance: TWO_DECIMALS,
    observe,
    hints: &[
        "Write a table with a row a step and the columns $g$, $m$, $v$, $\\hat m$, \
         $\\hat v$, step, $\\theta$.",
        "After the first gradient $m = \\frac12 \\cdot 4 = 2$ and \
         $v = \\frac1{16} \\cdot 16 = 1$.",
        "The correction of the first step divides by $1 - \\beta_1$ and $1 - \\beta_2$; \
         that of the second by $1 - \\beta_1^2$ and $1 - \\beta_2^2$.",
    ],
    mistakes: &[
        Mistake {
            name: "corrections-swapped",
            answer: |right| Answer {
                corrected: || [3.0, 3.0 - 2.0 / 1.1875_f64.sqrt()],
                ..right
            },
            diagnosis: "These are the steps without corrections.",
            hint: "Divide m by 1 - beta1^t and v by 1 - beta2^t before you step.",
        },
        Mistake {
            name: "clock-stands",
            answer: |right| Answer {
                corrected: || [4.0, 4.0 - 4.0 / (1.1875_f64 * 16.0).sqrt()],
                ..right
            },
            diagnosis: "The second step is corrected as if it were the first.",
            hint: "At the second step t is 2: 1 - beta1² is 3/4.",
        },
        Mistake {
            name: "only-the-mean-corrected",
            answer: |right| Answer {
                corrected: || [1.0, 1.0 - 2.0 / 0.75 / 1.1875_f64.sqrt()],
                ..right
            },
            diagnosis: "m is corrected and v is not.",
            hint: "v starts at zero as well.",
        },
        Mistake {
            name: "root-forgotten",
            answer: |right| Answer {
                corrected: || [4.75, 4.75 - 2.0 / 0.75 / (1.1875 * 256.0 / 31.0)],
                ..right
            },
            diagnosis: "The mean is divided by v̂ and not by its root.",
            hint: "m̂ has the unit of a gradient, v̂ that of its square.",
        },
        Mistake {
            name: "uncorrected-uphill",
            answer: |right| Answer {
                uncorrected: || [7.0, 7.0 + 2.0 / 1.1875_f64.sqrt()],
                ..right
            },
            diagnosis: "The steps were added: they go uphill.",
            hint: "Both gradients are positive, so θ must fall.",
        },
        Mistake {
            name: "uncorrected-corrected",
            answer: |right| Answer {
                uncorrected: || {
                    [4.0, 4.0 - (2.0 / 0.75) / (1.1875_f64 * 256.0 / 31.0).sqrt()]
                },
                ..right
            },
            diagnosis: "These are the steps with corrections.",
            hint: "Use m and v as they are.",
        },
    ],
};
