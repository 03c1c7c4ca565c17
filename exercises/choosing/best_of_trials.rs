//! # The best of k
//!
//! Write two functions. `log_grid` gives `n` rates, at least two, with equal ratios, of which
//! the first is `low` and the last is `high`. `expected_best` is the mean of the least loss
//! when `k` trials are drawn at random from a list of losses, *with* replacement: the same
//! setting may be tried twice. No sampling: count.

/// n rates with equal ratios from low to high.
pub fn log_grid(low: f64, high: f64, n: usize) -> Vec<f64> {
    todo!()
}

/// The mean of the least of k losses, each drawn from all of the list.
pub fn expected_best(losses: &[f64], k: usize) -> f64 {
    todo!()
}
