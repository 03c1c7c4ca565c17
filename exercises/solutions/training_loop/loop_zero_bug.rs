//! `gradient` is never set to zero, so it is the sum of the gradients of all batches so far. That
//! *is* momentum with $\beta = 1$, which never forgets: on a parabola it swings forever. In
//! PyTorch `backward` adds to `.grad`, which is why each step needs `zero_grad`. Setting it to zero
//! once an epoch is half of the way: the second batch would still carry the first.

/// w after each step, from w = 0.
pub fn path(x: &[f64], y: &[f64], rate: f64, epochs: usize) -> Vec<f64> {
    let mut w = 0.0;
    let mut after = Vec::new();
    for _epoch in 0..epochs {
        for start in (0..x.len()).step_by(2) {
            let mut gradient = 0.0;
            for i in start..start + 2 {
                gradient += 2.0 * (w * x[i] - y[i]) * x[i] / 2.0;
            }
            w -= rate * gradient;
            after.push(w);
        }
    }
    after
}
