pub use crate::adam_paths::Answer;
use crate::adam_paths::{
    CLOCK_STANDS, MEAN_NOT_CORRECTED, NO_CORRECTION, SQUARE_NOT_CORRECTED, observe,
};
use crate::check::{Check, Kind, ROUNDING};

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "no-correction" },
    tolerance: ROUNDING,
    observe,
    hints: &[
        "Work out the first step by hand for a gradient of $2$: it should be about η.",
        "Compare the code with the formula, one symbol after the other.",
    ],
    mistakes: &[NO_CORRECTION, MEAN_NOT_CORRECTED, SQUARE_NOT_CORRECTED, CLOCK_STANDS],
};
