//! Only the probability of what is true counts. It is $0.98$, $0.25$ and, since the third
//! target is $0$, $1 - 0.98 = 0.02$. Their surprises are $-\ln 0.98 = 0.020$,
//! $-\ln 0.25 = 1.386$ and $-\ln 0.02 = 3.912$; the mean is $1.773$. One sure mistake makes
//! nearly three quarters of it.
//!
//! Of the three classes only the true one has a target that is not zero: $-\ln 0.7 = 0.357$.

/// The cost of the first sample: p = 0.98, y = 1.
pub fn right_and_sure() -> f64 {
    0.020
}

/// The cost of the second sample: p = 0.25, y = 1.
pub fn wrong() -> f64 {
    1.386
}

/// The cost of the third sample: p = 0.98, y = 0.
pub fn wrong_and_sure() -> f64 {
    3.912
}

/// The mean of the three.
pub fn mean() -> f64 {
    1.773
}

/// The cost of the sample of three classes.
pub fn three_classes() -> f64 {
    0.357
}
