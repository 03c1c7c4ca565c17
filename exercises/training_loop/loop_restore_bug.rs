//! # The wrong weights
//!
//! This early stopping ends every run in the right epoch. And still the models that it delivers
//! are worse than the best validation losses in the log, and the more patience it is given the
//! worse they get.
//!
//! Find the fault. `[stop, kept]` are the last epoch that is trained and the epoch whose weights
//! are delivered; the rules are those of the exercise before.

/// The last epoch that is trained, and the one whose weights are kept.
pub fn stop(losses: &[f64], patience: usize, min_delta: f64) -> [usize; 2] {
    let (mut best, mut idle) = (0, 0);
    for epoch in 1..losses.len() {
        if losses[epoch] < losses[best] - min_delta {
            (best, idle) = (epoch, 0);
        } else {
            idle += 1;
        }
        if idle == patience {
            return [epoch, epoch];
        }
    }
    [losses.len() - 1, losses.len() - 1]
}
