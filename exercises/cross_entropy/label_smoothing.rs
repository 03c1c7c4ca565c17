//! # Label smoothing
//!
//! With smoothing $s \in [0, 1)$ the target of a sample of class $t$, of $k$ classes, is
//!
//! $$
//! y'_c = (1 - s)\, y_c + \frac{s}{k} , \qquad y_c = 1 \text{ for } c = t, \text{ else } 0 .
//! $$
//!
//! Write the smoothed target; the cross-entropy $-\sum_c y'_c \ln p_c$ of one sample, with
//! $p = \operatorname{softmax}(z)$; and its gradient with respect to the logits.

use ndarray::Array1;

/// y′ for the class `class` of `classes`, counted from 0.
pub fn smoothed(class: usize, classes: usize, smoothing: f64) -> Array1<f64> {
    todo!()
}

/// The cross-entropy of one sample with the smoothed target.
pub fn value(logits: &Array1<f64>, class: usize, smoothing: f64) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `logits`.
pub fn gradient(logits: &Array1<f64>, class: usize, smoothing: f64) -> Array1<f64> {
    todo!()
}
