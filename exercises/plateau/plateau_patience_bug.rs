//! # One epoch too early
//!
//! A team moves its training from one library to another, with the same patience and the same
//! losses. The cuts now come too early, each a little more than the one before. The new code
//! should behave as PyTorch does: *tolerate* `patience` losses in a row that are not lower than
//! the best, and cut at the next.
//!
//! Repair it. It gives the number of losses that had been heard at each cut.

use ndarray::Array1;

/// The number of losses heard at each cut.
pub fn cuts(losses: &Array1<f64>, patience: usize) -> Array1<f64> {
    let (mut best, mut idle) = (f64::INFINITY, 0);
    let mut cuts = Vec::new();
    for (index, &loss) in losses.iter().enumerate() {
        if loss < best {
            best = loss;
            idle = 0;
        } else {
            idle += 1;
            if idle >= patience {
                cuts.push((index + 1) as f64);
                idle = 0;
            }
        }
    }
    Array1::from(cuts)
}
