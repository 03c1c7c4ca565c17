//! What several seeds say, and how surely.
//!
//! | question | answer |
//! |---|---|
//! | what does a model reach? | [`Interval::of_mean`], Student's, over seeds |
//! | is one better than the other? | [`Paired::of`], over the same seeds |
//! | is one better than each of several others? | [`holm`] |
//!
//! An interval over seeds says what another seed would give on the same test samples, and
//! nothing of what other test samples would say.

mod holm;
mod interval;
mod paired;
mod summary;

pub use holm::{Comparison, holm};
pub use interval::Interval;
pub use paired::Paired;
pub use summary::{deviation, mean, median};
