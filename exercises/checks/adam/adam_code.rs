pub use crate::adam_paths::Answer;
use crate::adam_paths::{
    CLOCK_STANDS, EPSILON_INSIDE, MEAN_NOT_CORRECTED, NO_CORRECTION,
    SQUARE_NOT_CORRECTED, observe, of_form,
};
use crate::check::{Check, Kind, Mistake, ROUNDING};

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Keep $m$ and $v$ between the steps, both 0 at first, and compute $\\hat m$ and $\\hat v$ from them afresh.",
        "The first step has $t = 1$. Check: whatever the first gradient, the first step is about η long.",
        "`0.999_f64.powi(step)` is $\\beta_2^t$.",
    ],
    mistakes: &[
        NO_CORRECTION,
        MEAN_NOT_CORRECTED,
        SQUARE_NOT_CORRECTED,
        EPSILON_INSIDE,
        CLOCK_STANDS,
        Mistake {
            name: "absolute-values",
            answer: of_form!(squares: false),
            diagnosis: "v is a mean of |g|, not of its square.",
            hint: "v has the unit of a squared gradient; its root that of a gradient.",
        },
        Mistake {
            name: "not-averaged",
            answer: of_form!(averages: false),
            diagnosis: "m lets in all of each gradient, not the share 1 - beta1.",
            hint: "m = 0.9 m + 0.1 g.",
        },
        Mistake {
            name: "uphill",
            answer: of_form!(sign: 1.0),
            diagnosis: "The steps go uphill.",
            hint: "Subtract the step.",
        },
    ],
};
