//! Only the probability of what is true counts. It is $0.95$, $0.20$ and, since the third
//! target is $0$, $1 - 0.95 = 0.05$. Their surprises are $-\ln 0.95 = 0.051$,
//! $-\ln 0.20 = 1.609$ and $-\ln 0.05 = 2.996$; the mean is $1.552$. One sure mistake makes
//! two thirds of it.
//!
//! Of the three classes only the true one has a target that is not zero: $-\ln 0.8 = 0.223$.

/// The cost of the first sample: p = 0.95, y = 1.
pub fn right_and_sure() -> f64 {
    0.051
}

/// The cost of the second sample: p = 0.20, y = 1.
pub fn wrong() -> f64 {
    1.609
}

/// The cost of the third sample: p = 0.95, y = 0.
pub fn wrong_and_sure() -> f64 {
    2.996
}

/// The mean of the three.
pub fn mean() -> f64 {
    1.552
}

/// The cost of the sample of three classes.
pub fn three_classes() -> f64 {
    0.223
}
