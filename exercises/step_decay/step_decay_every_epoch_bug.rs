//! # The staircase that is a cliff
//!
//! The rate should be multiplied by the factor every `period` epochs. The run learns until the
//! first cut, and never again. In the log the rate has so many zeros that nobody reads them.
//!
//! Find the fault, and work out the rate ten epochs after the first cut, for a factor of $0.1$.

use ndarray::Array1;

/// The rate of each epoch.
pub fn rates(initial: f64, factor: f64, period: usize, epochs: usize) -> Array1<f64> {
    let mut rate = initial;
    let mut all = Vec::new();
    for epoch in 0..epochs {
        if epoch >= period {
            rate *= factor;
        }
        all.push(rate);
    }
    Array1::from(all)
}
