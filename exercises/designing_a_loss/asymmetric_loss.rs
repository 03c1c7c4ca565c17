//! # An asymmetric loss
//!
//! Write the mean expectile loss of $n$ predictions and its gradient. With the residual
//! $r_i = \hat y_i - y_i$ and the level $\tau \in (0, 1)$, predicting too little costs
//! $\tau r^2$ and predicting too much costs $(1 - \tau) r^2$:
//! $$
//! L = \frac1n \sum_{i=1}^n p(r_i)\, r_i^2, \qquad
//! p(r) = \begin{cases} \tau & r < 0 \\ 1 - \tau & r \ge 0. \end{cases}
//! $$

use ndarray::Array1;

/// The mean expectile loss. Both arrays have the same length, which is not zero.
pub fn value(prediction: &Array1<f64>, target: &Array1<f64>, tau: f64) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `prediction`.
pub fn gradient(prediction: &Array1<f64>, target: &Array1<f64>, tau: f64) -> Array1<f64> {
    todo!()
}
