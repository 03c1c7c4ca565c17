//! # The focal loss of two classes
//!
//! Write the mean binary focal loss of $n$ logits $z_i$ with targets $y_i \in \{0, 1\}$, and
//! its gradient with respect to the logits. With $p = \sigma(z)$,
//!
//! $$ \ell = \begin{cases}
//! -\alpha\, (1 - p)^\gamma \ln p & y = 1, \\
//! -(1 - \alpha)\, p^\gamma \ln (1 - p) & y = 0.
//! \end{cases} $$
//!
//! One of the logits of the check is $-800$, for a sample of class 1: compute the logarithm
//! from the logit, $-\ln \sigma(z) = \ln(1 + e^{-z})$, in a form that does not overflow.

use ndarray::Array1;

/// The mean focal loss. Both arrays have the same length, which is not zero.
pub fn value(logit: &Array1<f64>, target: &Array1<f64>, alpha: f64, gamma: f64) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `logit`.
pub fn gradient(
    logit: &Array1<f64>,
    target: &Array1<f64>,
    alpha: f64,
    gamma: f64,
) -> Array1<f64> {
    todo!()
}
