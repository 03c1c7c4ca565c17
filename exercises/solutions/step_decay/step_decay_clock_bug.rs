//! The clock counted updates, and the period was meant in epochs: with 90 batches an epoch the first
//! cut came after a third of the first. The clock belongs to the outer loop, where it is the number of
//! the epoch. The other repair is as good: count updates, and state the period in them, `period * batches`.

use ndarray::Array1;

/// The rate of each update, under step decay with a period of so many epochs.
pub fn rates(
    (initial, factor): (f64, f64),
    period: usize,
    epochs: usize,
    batches: usize,
) -> Array1<f64> {
    let mut all = Vec::new();
    for epoch in 0..epochs {
        let rate = initial * factor.powi((epoch / period) as i32);
        for _batch in 0..batches {
            all.push(rate);
        }
    }
    Array1::from(all)
}
