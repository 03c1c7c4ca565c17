//! The clock counted updates, and the period was meant in epochs: with 90 batches an epoch the first
//! cut came after a third of the first. The call belongs to the outer loop. The other repair is as
//! good: keep the clock, and state the period in updates, `period * batches`.

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
        }
        clock += 1;
    }
    Array1::from(all)
}
