use crate::check::{Check, Kind};
pub use crate::stopping::Answer;
use crate::stopping::{
    DELTA_IGNORED, LAST_RESTORED, LATE, NEVER_RESET, TO_THE_LAST, TOTAL, observe,
};

pub const CHECK: Check<Answer> = Check {
    kind: Kind::Code,
    tolerance: 0.0,
    observe,
    hints: &[
        "Remember the best epoch so far, and how many epochs ago it was.",
        "With a patience of 1 the first epoch that is no better is the last.",
        "Compare with the best loss, not with the one before.",
    ],
    mistakes: &[LATE, NEVER_RESET, TO_THE_LAST, DELTA_IGNORED, LAST_RESTORED, TOTAL],
};
