//! # Too good
//!
//! A model should predict the next value of a series from the last three:
//! the inputs $(x_t, x_{t+1}, x_{t+2})$ have the target $x_{t+3}$. On this program's samples
//! every model is perfect at once, and in use it is worthless. Each sample is
//! `[input, input, input, target]`. Repair the cut. (How many samples are there?)

/// Every window of a series with its target.
pub fn pairs(series: &[f64]) -> Vec<[f64; 4]> {
    let mut pairs = Vec::new();
    for t in 0..series.len().saturating_sub(2) {
        pairs.push([series[t], series[t + 1], series[t + 2], series[t + 2]]);
    }
    pairs
}
