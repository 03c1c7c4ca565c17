//! # Match the curve
//!
//! Four trainings of one network on two classes, with a constant rate unless a schedule is
//! mentioned. Which cause explains *all* that was seen? `Cause::ShiftedLabels`,
//! `ForgottenShuffle`, `ScheduleTooOften`, `LeakedEvaluation`, `DropoutInEvaluation` or
//! `Overfitting`.
//!
//! 1. The training loss falls slowly below ln 2, the validation loss rises above it from the
//!    first epoch on, and the validation accuracy is a half.
//! 2. Both losses fall together and are flat from the second epoch on, far above what others
//!    reach. A tenfold rate moves the flat part down a little, and does not bend it.
//! 3. The reported mean of the batches' losses is low. Evaluated on the very same samples after
//!    the epoch, the loss is clearly higher.
//! 4. The validation loss falls to almost nothing. So does the training loss, and they agree to
//!    the last digit. In use the model is mediocre.

use crate::choices::Cause;

/// The first training.
pub fn one() -> Cause {
    todo!()
}

/// The second training.
pub fn two() -> Cause {
    todo!()
}

/// The third training.
pub fn three() -> Cause {
    todo!()
}

/// The fourth training.
pub fn four() -> Cause {
    todo!()
}
