use crate::check::{Check, Kind};
pub use crate::stopping::Answer;
use crate::stopping::{DELTA_IGNORED, LAST_RESTORED, LATE, TO_THE_LAST, TOTAL, observe};

pub const CHECK: Check<Answer> = Check {
    kind: Kind::FindTheBug { shipped: "last-kept" },
    tolerance: 0.0,
    observe,
    hints: &[
        "With a patience of 5, how many epochs after the best one does it stop?",
        "What does `best` do after the loop has found it?",
    ],
    mistakes: &[LAST_RESTORED, TOTAL, LATE, TO_THE_LAST, DELTA_IGNORED],
};
