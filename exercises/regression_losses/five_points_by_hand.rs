//! # Five points, three losses
//!
//! A model makes five predictions. Their residuals $r_i = \hat y_i - y_i$ are $-1$, $3$,
//! $-2$, $4$ and $-30$. Work out, with pencil and paper, the mean squared error, the mean
//! absolute error, and the mean Huber loss for $\delta = 1$ and for $\delta = 4$, where
//!
//! $$
//! h_\delta(r) = \begin{cases}
//! \frac{1}{2} r^2 & \text{if } |r| \le \delta, \\
//! \delta \left( |r| - \frac{1}{2} \delta \right) & \text{otherwise.}
//! \end{cases}
//! $$
//!
//! All four are means over the five points. Write each number in place of its `todo!()`;
//! two decimals are enough. While you add up, note which share of each sum comes from the
//! last point alone.

/// The mean of the squared residuals.
pub fn mean_squared_error() -> f64 {
    todo!()
}

/// The mean of the absolute residuals.
pub fn mean_absolute_error() -> f64 {
    todo!()
}

/// The mean Huber loss with the threshold 1.
pub fn huber_delta_1() -> f64 {
    todo!()
}

/// The mean Huber loss with the threshold 4.
pub fn huber_delta_4() -> f64 {
    todo!()
}
