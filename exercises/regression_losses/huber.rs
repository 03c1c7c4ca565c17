//! # The Huber loss and its gradient
//!
//! Write the mean Huber loss of $n$ predictions and its gradient with respect to the
//! predictions. With the residual $r_i = \hat y_i - y_i$ and the threshold $\delta > 0$,
//!
//! $$
//! L = \frac{1}{n} \sum_{i=1}^{n} h_\delta(r_i), \qquad
//! h_\delta(r) = \begin{cases}
//! \frac{1}{2} r^2 & \text{if } |r| \le \delta, \\
//! \delta \left( |r| - \frac{1}{2} \delta \right) & \text{otherwise.}
//! \end{cases}
//! $$
//!
//! The gradient has one component for each prediction, $\partial L / \partial \hat y_i$.
//! Derive it before you write it: differentiate each branch, then look at where the two
//! branches meet.

use ndarray::Array1;

/// The mean Huber loss. Both arrays have the same length, which is not zero.
pub fn value(prediction: &Array1<f64>, target: &Array1<f64>, delta: f64) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `prediction`.
pub fn gradient(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    delta: f64,
) -> Array1<f64> {
    todo!()
}
