//! The squares are $1, 4, 4, 9, 400$: their sum is $418$, and the last point holds $400$
//! of it. The absolute values are $1, 2, 2, 3, 20$: their sum is $28$, of which the last
//! point holds $20$.
//!
//! For $\delta = 1$ only the first residual is in the quadratic branch:
//! $0.5 + 1.5 + 1.5 + 2.5 + 19.5 = 25.5$. For $\delta = 5$ only the last one is *not*:
//! $0.5 + 2 + 2 + 4.5 + 5 \cdot 17.5 = 96.5$. The two Huber losses lie on either side of
//! the mean absolute error, so "the Huber loss of these points" means nothing before
//! $\delta$ is known.

/// The mean of the squared residuals.
pub fn mean_squared_error() -> f64 {
    83.6
}

/// The mean of the absolute residuals.
pub fn mean_absolute_error() -> f64 {
    5.6
}

/// The mean Huber loss with the threshold 1.
pub fn huber_delta_1() -> f64 {
    5.1
}

/// The mean Huber loss with the threshold 5.
pub fn huber_delta_5() -> f64 {
    19.3
}
