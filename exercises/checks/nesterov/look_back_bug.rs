use crate::check::{Check, Kind, ROUNDING};
pub use crate::look_ahead::Answer;
use crate::look_ahead::{
    LOOKS_BACK, LOOKS_HERE, MOVES_TWICE, NO_RATE, WHOLE_STEP, observe,
};

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "looks-back" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "From rest the step is right. Follow it by hand with $\\theta = 1$, $v = 3$.",
        "Where will $\\theta$ be after the step? Is `ahead` on that side?",
    ],
    mistakes: &[LOOKS_BACK, NO_RATE, LOOKS_HERE, WHOLE_STEP, MOVES_TWICE],
};
