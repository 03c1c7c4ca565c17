//! `axis_iter_mut(Axis(1))` steps along axis 1, so what it yields are the *columns*: one class
//! over all samples. The samples are the rows, `axis_iter_mut(Axis(0))` or `rows_mut()`. The
//! columns of the result summed to one instead of the rows, and a check for
//! that, on a batch that is not square, finds the fault at once.

use ndarray::{Array2, Axis};

/// The softmax of each sample, a row each.
pub fn softmax_of_rows(logits: &Array2<f64>) -> Array2<f64> {
    let mut probabilities = logits.clone();
    for mut sample in probabilities.axis_iter_mut(Axis(0)) {
        let largest = sample.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        sample.mapv_inplace(|logit| (logit - largest).exp());
        let sum = sample.sum();
        sample /= sum;
    }
    probabilities
}
