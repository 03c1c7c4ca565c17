//! # Binary cross-entropy from logits
//!
//! With $p = \sigma(z) = 1 / (1 + e^{-z})$, the mean binary cross-entropy of $n$ logits $z_i$
//! and targets $y_i \in [0, 1]$ is
//!
//! $$
//! L = \frac{1}{n} \sum_{i=1}^{n} \bigl( -y_i \ln p_i - (1 - y_i) \ln (1 - p_i) \bigr) .
//! $$
//!
//! Write it, and its gradient with respect to the logits. A logit of $1000$ with the target
//! $0$ has to cost $1000$, and with the target $1$ nothing: no probability may be rounded to
//! 0 or 1 on the way to a logarithm.

use ndarray::Array1;

/// The mean binary cross-entropy. Both arrays have the same length, which is not zero.
pub fn value(logits: &Array1<f64>, target: &Array1<f64>) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `logits`.
pub fn gradient(logits: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
    todo!()
}
