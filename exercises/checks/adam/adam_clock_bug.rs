pub use crate::adam_paths::Answer;
use crate::adam_paths::{
    CLOCK_STANDS, EPSILON_INSIDE, MEAN_NOT_CORRECTED, NO_CORRECTION, observe,
};
use crate::check::{Check, Kind, ROUNDING};

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "clock-stands" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work out the second step under a constant gradient: it should be about η, as the first.",
        "Compare the code with the formula, one symbol after the other.",
    ],
    mistakes: &[CLOCK_STANDS, NO_CORRECTION, MEAN_NOT_CORRECTED, EPSILON_INSIDE],
};
