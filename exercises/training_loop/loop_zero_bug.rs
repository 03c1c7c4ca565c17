//! # A gradient that grows
//!
//! This loop fits $\hat y = w x$ by gradient descent on batches of two. The loss falls for a few
//! steps, and then $w$ swings far above the best value and far below it, again and again, as if it
//! had momentum and no friction. It has neither.
//!
//! Find the fault. The loop should return $w$ after each step. Each step is along the mean gradient
//! of its batch, $\frac1b \sum 2 (w x_i - y_i)\, x_i$; the samples are taken in order, and their
//! number is even.

/// w after each step, from w = 0.
pub fn path(x: &[f64], y: &[f64], rate: f64, epochs: usize) -> Vec<f64> {
    let mut w = 0.0;
    let mut gradient = 0.0;
    let mut after = Vec::new();
    for _epoch in 0..epochs {
        for start in (0..x.len()).step_by(2) {
            for i in start..start + 2 {
                gradient += 2.0 * (w * x[i] - y[i]) * x[i] / 2.0;
            }
            w -= rate * gradient;
            after.push(w);
        }
    }
    after
}
