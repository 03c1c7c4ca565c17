//! # One epoch, three faults
//!
//! This epoch of stochastic gradient descent fits $\hat y = w x + b$ under the mean squared
//! error. It should go through the samples in the given, shuffled order, take a step along
//! the *mean* gradient of each batch, and report the mean loss of all samples, each measured
//! before the step of its batch. There are three faults in it. With batches of one sample, in
//! sorted order and on a single sample, it gives the right answer, which is what its author
//! tried.
//!
//! Find all three. (The last batch may be smaller than the others; that is handled right.)

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
    for start in (0..order.len()).step_by(size) {
        let end = (start + size).min(order.len());
        let (mut by_w, mut by_b) = (0.0, 0.0);
        for i in start..end {
            let residual = w * x[i] + b - y[i];
            loss += residual * residual;
            by_w += 2.0 * residual * x[i];
            by_b += 2.0 * residual;
        }
        w -= rate * by_w;
        b -= rate * by_b;
    }
    [w, b, loss]
}
