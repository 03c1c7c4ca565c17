//! The clock is moved in two places: by each update, and again by as many updates after each
//! epoch. So it runs twice as fast, and the rate is 0 from the middle of the run on. In
//! PyTorch the same fault is a `scheduler.step()` in the loop over batches and another one
//! after it, or one in your code and one in your framework's. One clock has one owner.

/// The rate of each update of a run.
pub fn rates(rate: f64, epochs: usize, batches: usize) -> Vec<f64> {
    let total = epochs * batches;
    let mut step = 0;
    let mut seen = Vec::new();
    for _epoch in 0..epochs {
        for _batch in 0..batches {
            let left = 1.0 - (step as f64 / total as f64).min(1.0);
            seen.push(rate * left);
            step += 1;
        }
    }
    seen
}
