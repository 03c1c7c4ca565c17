//! # A rate sweep
//!
//! An optimizer was started from several points at each of several rates. For each rate you
//! have the steps that each run needed, or `None` where it had not arrived after `limit`
//! steps.
//!
//! Write three functions. `expected_steps` is the price of a success: the steps of all runs,
//! where a run without success counts with the full limit, over the number of successes;
//! infinite without a success. `best` is the index of the rate at which a success is cheapest
//! (of equals, the first). `working` gives the indices of the lowest and the highest rate of
//! the range around the best in which a success costs at most twice as much. The range has no
//! gaps: it ends before the first rate that is too expensive.

/// The price of a success at one rate.
pub fn expected_steps(runs: &[Option<usize>], limit: usize) -> f64 {
    todo!()
}

/// The index of the cheapest price. There is at least one price, and one is finite.
pub fn best(prices: &[f64]) -> usize {
    todo!()
}

/// The first and the last index of the range around the best.
pub fn working(prices: &[f64]) -> (usize, usize) {
    todo!()
}
