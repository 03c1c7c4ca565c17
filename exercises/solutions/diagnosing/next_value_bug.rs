//! The target was the last input: the model learns to copy it. With the target one further,
//! there is one sample less, $n - 3$. The opposite fault, a target one too far, is harder to
//! see, because the loss is only somewhat worse than it could be. Print ten samples.

/// Every window of a series with its target.
pub fn pairs(series: &[f64]) -> Vec<[f64; 4]> {
    let mut pairs = Vec::new();
    for t in 0..series.len().saturating_sub(3) {
        pairs.push([series[t], series[t + 1], series[t + 2], series[t + 3]]);
    }
    pairs
}
