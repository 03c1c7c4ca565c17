//! # Early stopping
//!
//! The validation losses of a run are given, one an epoch, the first of epoch 0. A loss is better
//! than the best so far where it is below it by *more* than `min_delta`; the first loss is
//! always better. When `patience` epochs in a row were not better, training stops after the
//! last of these.
//!
//! Return `[stop, best]`: the epoch after which it stops (the last one, if it never does), and
//! the epoch whose weights are restored.

/// The last epoch that is trained, and the one whose weights are kept.
pub fn stop(losses: &[f64], patience: usize, min_delta: f64) -> [usize; 2] {
    todo!()
}
