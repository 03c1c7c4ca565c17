//! The squares are $1, 9, 4, 16, 900$: their sum is $930$, and the last point holds $900$
//! of it. The absolute values are $1, 3, 2, 4, 30$: their sum is $40$, of which the last
//! point holds $30$.
//!
//! For $\delta = 1$ only the first residual is in the quadratic branch:
//! $0.5 + 2.5 + 1.5 + 3.5 + 29.5 = 37.5$. For $\delta = 4$ only the last one is *not*:
//! $0.5 + 4.5 + 2 + 8 + 4 \cdot 28 = 127$; the residual $4$ is where the branches meet, and
//! both give $8$. The two Huber losses lie on either side of the mean absolute error, so
//! "the Huber loss of these points" means nothing before $\delta$ is known.

/// The mean of the squared residuals.
pub fn mean_squared_error() -> f64 {
    186.0
}

/// The mean of the absolute residuals.
pub fn mean_absolute_error() -> f64 {
    8.0
}

/// The mean Huber loss with the threshold 1.
pub fn huber_delta_1() -> f64 {
    7.5
}

/// The mean Huber loss with the threshold 4.
pub fn huber_delta_4() -> f64 {
    25.4
}
