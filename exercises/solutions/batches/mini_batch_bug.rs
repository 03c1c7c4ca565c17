//! - The loop runs over positions and never looks into `order`: no shuffling. Data sorted by
//!   class are then seen one class after the other.
//! - The gradient is the sum over the batch. A rate that works at one batch size is too
//!   large, by the factor of the sizes, at another; and the last, smaller batch takes a
//!   smaller step.
//! - The loss is the sum over all samples, which grows with the data set and cannot be
//!   compared with anything.
//!
//! With batches of one the second fault is invisible, in sorted order the first, with one
//! sample the third: test with sizes that are all different.

/// `[w, b, loss]` after one epoch from `[w, b]`.
pub fn epoch(
    theta: [f64; 2],
    x: &[f64],
    y: &[f64],
    order: &[usize],
    size: usize,
    rate: f64,
) -> [f64; 3] {
    let [mut w, mut b] = theta;
    let mut loss = 0.0;
    for batch in order.chunks(size) {
        let (mut by_w, mut by_b) = (0.0, 0.0);
        for &i in batch {
            let residual = w * x[i] + b - y[i];
            loss += residual * residual;
            by_w += 2.0 * residual * x[i];
            by_b += 2.0 * residual;
        }
        let samples = batch.len() as f64;
        w -= rate * by_w / samples;
        b -= rate * by_b / samples;
    }
    [w, b, loss / order.len() as f64]
}
