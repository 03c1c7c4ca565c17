//! # Probabilities of the wrong thing
//!
//! A batch of logits has one sample a row. This function turns it into probabilities. It has
//! been tested on the batch [[1, 0], [0, 1]], two samples of two classes, and every number
//! was right. In use, the same sample gets other probabilities whenever the rest
//! of the batch changes.
//!
//! Find the fault and repair it. The result has to be right for large logits too, even where
//! one row's are large and another's are not.

use ndarray::{Array2, Axis};

/// The softmax of each sample, a row each.
pub fn softmax_of_rows(logits: &Array2<f64>) -> Array2<f64> {
    let mut probabilities = logits.clone();
    for mut sample in probabilities.axis_iter_mut(Axis(1)) {
        let largest = sample.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        sample.mapv_inplace(|logit| (logit - largest).exp());
        let sum = sample.sum();
        sample /= sum;
    }
    probabilities
}
