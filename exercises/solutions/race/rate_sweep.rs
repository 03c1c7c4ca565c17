//! A failure is not free: whoever runs from a random start has to pay for it before the next
//! try succeeds, and the expected price of a success is what all runs cost over how many
//! succeeded. To leave the failures out would make a rate that arrives from one start of
//! five, quickly, look like the best.
//!
//! The range is walked from the best to both sides, and ends at the first rate that is too
//! expensive: a rate beyond a gap is no neighbor.

/// The price of a success at one rate.
pub fn expected_steps(runs: &[Option<usize>], limit: usize) -> f64 {
    let steps: usize = runs.iter().map(|run| run.unwrap_or(limit)).sum();
    let successes = runs.iter().flatten().count();
    if successes == 0 { f64::INFINITY } else { steps as f64 / successes as f64 }
}

/// The index of the cheapest price. There is at least one price, and one is finite.
pub fn best(prices: &[f64]) -> usize {
    let mut best = 0;
    for (index, price) in prices.iter().enumerate() {
        if *price < prices[best] {
            best = index;
        }
    }
    best
}

/// The first and the last index of the range around the best.
pub fn working(prices: &[f64]) -> (usize, usize) {
    let best = best(prices);
    let works = |index: usize| prices[index] <= 2.0 * prices[best];
    let (mut low, mut high) = (best, best);
    while low > 0 && works(low - 1) {
        low -= 1;
    }
    while high + 1 < prices.len() && works(high + 1) {
        high += 1;
    }
    (low, high)
}
