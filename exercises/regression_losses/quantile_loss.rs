//! # The quantile loss
//!
//! A prediction that is too low by one unit costs $\tau$, one that is too high by one
//! unit costs $1 - \tau$, with $\tau$ in $(0, 1)$, and the cost grows in proportion.
//! Write the mean of this loss over $n$ samples, and its gradient with respect to the
//! predictions. It is called the quantile loss, because the constant prediction that
//! minimizes it is the $\tau$-quantile of the targets, or the pinball loss, because of
//! its graph.
//!
//! The residual is $r_i = \hat y_i - y_i$, prediction minus target. Many texts use the
//! opposite sign, so derive the two branches from the sentence above instead of copying a
//! formula. At $r_i = 0$, where the loss has a kink, the component of the gradient is
//! $0$.

use ndarray::Array1;

/// The mean quantile loss. Both arrays have the same length, which is not zero.
pub fn value(prediction: &Array1<f64>, target: &Array1<f64>, tau: f64) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `prediction`.
pub fn gradient(prediction: &Array1<f64>, target: &Array1<f64>, tau: f64) -> Array1<f64> {
    todo!()
}
