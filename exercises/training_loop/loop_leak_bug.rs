//! # Too good on paper
//!
//! Before training, a feature is standardized: $x' = (x - \mu)/\sigma$, with the mean μ and the
//! standard deviation σ (the root of the mean square about μ). The first `train` values are the
//! training samples, the others are for the test.
//!
//! The results in the report are a little better than those of the first customers, whose
//! samples come one at a time. Find the fault.

/// All values, standardized.
pub fn standardize(values: &[f64], train: usize) -> Vec<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let square = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    values.iter().map(|x| (x - mean) / square.sqrt()).collect()
}
