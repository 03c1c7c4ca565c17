//! The margins $y_i f_i$ are $2, 0.5, -1, 0.2, 1$, so the slacks $\max(0, 1 - y_i f_i)$ are
//! $0, 0.5, 2, 0.8, 0$: their sum is $3.3$. The squares are $0, 0.25, 4, 0.64, 0$, with the
//! sum $4.89$. The one sample on the wrong side holds most of it.
//!
//! A sample inside the margin pulls with $-y_i$ over $n = 5$, whatever its slack; the
//! fourth has the label $-1$, so its score is pushed down. The first and the last are not
//! seen: one is beyond the margin, the other exactly on it.

/// The mean hinge loss.
pub fn hinge() -> f64 {
    0.66
}

/// The mean squared hinge loss.
pub fn squared_hinge() -> f64 {
    0.978
}

/// The gradient of the mean hinge loss, one number a score.
pub fn gradient() -> [f64; 5] {
    [0.0, -0.2, -0.2, 0.2, 0.0]
}

/// The share of samples on the wrong side: the mean 0–1 loss.
pub fn errors() -> f64 {
    0.2
}
