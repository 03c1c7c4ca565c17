//! # The plateau that nobody hears
//!
//! The validation loss of this run has gone up and down about the same value for forty epochs,
//! and the rate has never been cut. On a smooth curve the same detector works.
//!
//! Repair it: cut after more than `patience` losses in a row that are not lower than the best
//! by the share `threshold`. It gives the number of losses that had been heard at each cut.

use ndarray::Array1;

/// The number of losses heard at each cut.
pub fn cuts(losses: &Array1<f64>, patience: usize, threshold: f64) -> Array1<f64> {
    let (mut reference, mut idle) = (f64::INFINITY, 0);
    let mut cuts = Vec::new();
    for (index, &loss) in losses.iter().enumerate() {
        if loss < reference * (1.0 - threshold) {
            idle = 0;
        } else {
            idle += 1;
        }
        reference = loss;
        if idle > patience {
            cuts.push((index + 1) as f64);
            idle = 0;
        }
    }
    Array1::from(cuts)
}
