//! The reference was the last loss, so that every dip after a bump counted as progress. It has
//! to be the best, and the best changes only where a loss is better by the threshold: else a
//! fall that is slower than the threshold lowers the bar with each step and never clears it.

use ndarray::Array1;

/// The number of losses heard at each cut.
pub fn cuts(losses: &Array1<f64>, patience: usize, threshold: f64) -> Array1<f64> {
    let (mut best, mut idle) = (f64::INFINITY, 0);
    let mut cuts = Vec::new();
    for (index, &loss) in losses.iter().enumerate() {
        if loss < best * (1.0 - threshold) {
            (best, idle) = (loss, 0);
        } else {
            idle += 1;
        }
        if idle > patience {
            cuts.push((index + 1) as f64);
            idle = 0;
        }
    }
    Array1::from(cuts)
}
