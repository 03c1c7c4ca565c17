//! # A plateau from the first epoch on
//!
//! A schedule with a period of 30 epochs. The loss falls for a third of the first epoch and then
//! stays, so the author halves the period, which makes it worse.
//!
//! The function gives the rate of every update: `epochs` times `batches` of them. Find the fault.

use ndarray::Array1;

/// The rate of each update, under step decay with a period of so many epochs.
pub fn rates(
    (initial, factor): (f64, f64),
    period: usize,
    epochs: usize,
    batches: usize,
) -> Array1<f64> {
    let mut clock = 0;
    let mut all = Vec::new();
    for _epoch in 0..epochs {
        for _batch in 0..batches {
            all.push(initial * factor.powi((clock / period) as i32));
            clock += 1;
        }
    }
    Array1::from(all)
}
