//! Keras cuts when the count *reaches* the patience, PyTorch when it is *above* it. So each
//! cut comes one loss earlier after the last, and the differences add up. A patience of $p$ in
//! PyTorch is one of $p + 1$ in Keras.

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
            if idle > patience {
                cuts.push((index + 1) as f64);
                idle = 0;
            }
        }
    }
    Array1::from(cuts)
}
