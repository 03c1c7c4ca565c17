//! Mean and deviation are taken from all values, so the test samples have a say in how they are
//! themselves presented to the model. A customer's sample has not. Take both from the training
//! samples, and apply them to all: the test part then need not have the mean zero.
//!
//! To standardize each part by its own mean is no remedy: a shift between the parts, which a
//! test should show, would be hidden; and one sample alone has no deviation.

/// All values, standardized.
pub fn standardize(values: &[f64], train: usize) -> Vec<f64> {
    let (known, n) = (&values[..train], train as f64);
    let mean = known.iter().sum::<f64>() / n;
    let square = known.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    values.iter().map(|x| (x - mean) / square.sqrt()).collect()
}
