//! # The last batch
//!
//! Two hundred samples are cut into batches of 32; the last batch has what is left. Every
//! step uses the mean gradient of its batch.

/// How many batches an epoch has.
pub fn batches() -> f64 {
    todo!()
}

/// How many samples the last batch has.
pub fn last_size() -> f64 {
    todo!()
}

/// How many times as much a sample of the last batch counts in its step as a sample of a
/// full batch in its own.
pub fn relative_weight() -> f64 {
    todo!()
}

/// All full batches have the mean loss 2, the last one has 9. The mean loss over the
/// samples of the epoch.
pub fn mean_loss() -> f64 {
    todo!()
}
