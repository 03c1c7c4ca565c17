//! # What a cycle adds up to
//!
//! Predict four numbers, to two decimals; then run the schedules of the chapter, or look at the
//! hints.
//!
//! 1. `triangular` between 1 and 9: the mean rate over whole cycles.
//! 2. `triangular2` between 1 and 9: the mean rate over the first two cycles.
//! 3. 1cycle at PyTorch's defaults with a peak of 10, over 1000 steps: the mean rate.
//! 4. The same: by which factor does $\eta/(1-\beta)$ grow from the first step to the top, where
//!    β falls from $0.95$ to $0.85$?

/// The mean of triangular.
pub fn triangular_mean() -> f64 {
    todo!()
}

/// The mean of triangular2 over two cycles.
pub fn triangular2_mean() -> f64 {
    todo!()
}

/// The mean of 1cycle.
pub fn one_cycle_mean() -> f64 {
    todo!()
}

/// The growth of η/(1 − β).
pub fn growth() -> f64 {
    todo!()
}
