//! # A Huber loss that weights its outliers
//!
//! Some data sets have outliers that you want to count even less than the Huber loss
//! does, others have large errors that must count more. Give the linear branch an outlier
//! weight $\omega > 0$ of its own:
//!
//! $$
//! L = \frac{1}{n} \sum_{i=1}^{n} \ell(r_i), \qquad
//! \ell(r) = \begin{cases}
//! \frac{1}{2} r^2 & \text{if } |r| \le \delta, \\
//! \omega\, \delta \left( |r| - \frac{1}{2} \delta \right) & \text{otherwise,}
//! \end{cases}
//! $$
//!
//! with $r_i = \hat y_i - y_i$. Write the value and the gradient with respect to the
//! predictions. At $|r| = \delta$ the gradient is the one of the quadratic branch.
//!
//! Unless $\omega = 1$ this loss jumps at $|r| = \delta$. Write a third function that
//! gives the height of the jump: the limit of $\ell(r)$ as $r$ comes down to $\delta$,
//! minus $\ell(\delta)$. Then say to yourself what its sign means for $\omega < 1$: of
//! two residuals just below and just above $\delta$, which one does the loss prefer?

use ndarray::Array1;

/// The mean weighted Huber loss. Both arrays have the same length, which is not zero.
pub fn value(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    delta: f64,
    weight: f64,
) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `prediction`.
pub fn gradient(
    prediction: &Array1<f64>,
    target: &Array1<f64>,
    delta: f64,
    weight: f64,
) -> Array1<f64> {
    todo!()
}

/// By how much the loss of one residual rises where the residual grows past `delta`.
pub fn jump(delta: f64, weight: f64) -> f64 {
    todo!()
}
