//! # A plateau detector
//!
//! Write the part of reduce-on-plateau that decides when to cut. It hears one validation loss
//! after the other.
//!
//! - A loss is *better* if it is below $b\,(1 - \tau)$, with the best so far $b$ and the threshold
//!   τ. The first loss is better than nothing.
//! - After *more than* `patience` losses in a row that are not better, it cuts, and counts from
//!   zero.
//! - For `cooldown` losses after a cut it counts nothing; a loss that is better is remembered
//!   as the best all the same.
//!
//! Give the number of losses that had been heard at each cut.

use ndarray::Array1;

/// The number of losses heard at each cut, without a cooldown.
pub fn cuts(losses: &Array1<f64>, patience: usize, threshold: f64) -> Array1<f64> {
    todo!()
}

/// The same with a cooldown.
pub fn cuts_with_cooldown(
    losses: &Array1<f64>,
    patience: usize,
    threshold: f64,
    cooldown: usize,
) -> Array1<f64> {
    todo!()
}
