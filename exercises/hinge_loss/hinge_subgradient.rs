//! # The hinge and its subgradient
//!
//! Write the mean hinge loss of $n$ scores $f_i$ with labels $y_i = \pm 1$, and its gradient
//! with respect to the scores:
//!
//! $$ L = \frac{1}{n} \sum_{i=1}^{n} \max(0, 1 - y_i f_i) . $$
//!
//! At $y_i f_i = 1$ there is a kink. Take the subgradient $0$ there.

use ndarray::Array1;

/// The mean hinge loss. Both arrays have the same length, which is not zero.
pub fn value(score: &Array1<f64>, label: &Array1<f64>) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `score`.
pub fn gradient(score: &Array1<f64>, label: &Array1<f64>) -> Array1<f64> {
    todo!()
}
