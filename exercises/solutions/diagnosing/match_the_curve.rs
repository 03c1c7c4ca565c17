//! One: what can be learned by heart falls, what can be learned does not exist: the labels have
//! nothing to do with the samples. Overfitting would let the validation loss fall first. Two:
//! a rate that has died; a small constant rate would go on falling. Three: each batch of one
//! class is predicted well just after others of that class. Four: two numbers that agree to
//! the last digit are one number.

use crate::choices::Cause;

/// The first training.
pub fn one() -> Cause {
    Cause::ShiftedLabels
}

/// The second training.
pub fn two() -> Cause {
    Cause::ScheduleTooOften
}

/// The third training.
pub fn three() -> Cause {
    Cause::ForgottenShuffle
}

/// The fourth training.
pub fn four() -> Cause {
    Cause::LeakedEvaluation
}
