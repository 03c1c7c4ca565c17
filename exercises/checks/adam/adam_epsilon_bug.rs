pub use crate::adam_paths::Answer;
use crate::adam_paths::{
    CLOCK_STANDS, EPSILON_INSIDE, NO_CORRECTION, SQUARE_NOT_CORRECTED, observe,
};
use crate::check::{Check, Kind, ROUNDING};

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "epsilon-inside" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work out the first step by hand for a gradient of $0.01$: it should be about η.",
        "Compare the code with the formula, one symbol after the other.",
    ],
    mistakes: &[EPSILON_INSIDE, NO_CORRECTION, CLOCK_STANDS, SQUARE_NOT_CORRECTED],
};
