//! # The run that ends too early
//!
//! The schedule is made for $T$ updates, `epochs` times `batches` of them, and falls from
//! `rate` in a straight line to 0 at step $T$. A student who looked at the rates that the
//! optimizer was given found that the second half of the run did nothing. The schedule is
//! right, and tested. Find the fault in the loop and repair it.

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
        step += batches;
    }
    seen
}
