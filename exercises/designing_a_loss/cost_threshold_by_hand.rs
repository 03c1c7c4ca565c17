//! # When to stop a payment
//!
//! A model gives each payment a probability $p$ of being a fraud. To stop an honest
//! payment costs 10 dollars, to let a fraud pass costs 40. Four payments have
//! $p = 0.05, 0.15, 0.3$ and $0.7$, and you trust these probabilities.
//!
//! Give numbers with two decimals.

/// The least p at which to stop a payment is the cheaper choice.
pub fn threshold() -> f64 {
    todo!()
}

/// The expected cost of all four payments when they are cut at that threshold.
pub fn cost_at_the_threshold() -> f64 {
    todo!()
}

/// The expected cost of all four payments when they are cut at ½.
pub fn cost_at_one_half() -> f64 {
    todo!()
}

/// Somebody trains a model again with each fraud counted four times, and cuts at
/// ½. By how much does that move the logit z = ln(p / (1 − p)) of a payment,
/// if both models fit perfectly?
pub fn shift_of_the_logit() -> f64 {
    todo!()
}
