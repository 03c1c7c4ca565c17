//! # The threshold that was cheapest
//!
//! The formula $c_1/(c_1 + c_2)$ for the threshold is right for a model whose probabilities are
//! right. For one that you do not trust, count. Given the probabilities $p$ of validation
//! samples and whether each was a fraud, with the price $c_1$ of a false alarm and $c_2$ of a
//! miss:
//!
//! - `cost` is what all samples cost together when there is an alarm where $p \ge t$;
//! - `cheapest` is the threshold of the least cost. Candidates are the probabilities
//!   themselves, and 2, at which there is no alarm at all. Of equals, it is the lowest.

/// The cost of all samples at a threshold; `prices` are those of a false alarm and of a miss.
pub fn cost(p: &[f64], is_fraud: &[bool], threshold: f64, prices: (f64, f64)) -> f64 {
    todo!()
}

/// The cheapest threshold.
pub fn cheapest(p: &[f64], is_fraud: &[bool], prices: (f64, f64)) -> f64 {
    todo!()
}
