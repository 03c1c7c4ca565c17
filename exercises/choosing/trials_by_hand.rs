//! # What a trial buys
//!
//! You may train a few times to choose a rate. Draw rates so that their logarithm is uniform
//! between $10⁻⁴$ and 1, and call the tenth of all rates with the lowest losses *good*.
//!
//! Give numbers with two decimals.

/// With which probability is at least one of five random rates good?
pub fn chance_of_five() -> f64 {
    todo!()
}

/// How many random rates do you need for a probability of at least 95 %?
pub fn trials_needed() -> f64 {
    todo!()
}

/// Instead you try a grid of five rates with equal ratios, 10⁻⁴ and 1 among them. By what
/// factor can the best rate between 10⁻⁴ and 1 be away from the nearest of the grid, at
/// most?
pub fn farthest_factor() -> f64 {
    todo!()
}

/// Which share of the random rates is below 0.1?
pub fn share_below_a_tenth() -> f64 {
    todo!()
}
