//! # What a probability costs
//!
//! A model gives each of three samples a probability of being positive: $0.98$, $0.25$ and
//! $0.98$. The targets are $1$, $1$ and $0$. Work out with a pocket calculator what each
//! sample costs under binary cross-entropy, $-y \ln p - (1 - y) \ln (1 - p)$, and the mean
//! of the three.
//!
//! Then a sample of three classes: the target is $(0, 1, 0)$, the model says
//! $(0.2, 0.7, 0.1)$. What does it cost?
//!
//! Write each number in place of its `todo!()`; three decimals are enough.

/// The cost of the first sample: p = 0.98, y = 1.
pub fn right_and_sure() -> f64 {
    todo!()
}

/// The cost of the second sample: p = 0.25, y = 1.
pub fn wrong() -> f64 {
    todo!()
}

/// The cost of the third sample: p = 0.98, y = 0.
pub fn wrong_and_sure() -> f64 {
    todo!()
}

/// The mean of the three.
pub fn mean() -> f64 {
    todo!()
}

/// The cost of the sample of three classes.
pub fn three_classes() -> f64 {
    todo!()
}
