//! # A test of convergence
//!
//! Write the test that ends so many loops. `history` holds the losses so far, one an epoch. The
//! run counts as converged when none of the last `patience` losses is below the best loss
//! *before* them by more than `min_delta`.
//!
//! Where there is no loss before the last `patience` ones, it is too early to say: not
//! converged. No loss is NaN.

/// Whether the last `patience` losses brought no progress.
pub fn has_converged(history: &[f64], patience: usize, min_delta: f64) -> bool {
    todo!()
}
