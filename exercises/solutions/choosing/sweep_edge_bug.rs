//! A best that lies at the edge says only in which direction to go on. The sweep ends when both
//! neighbors of the best have been tried, or when the range ends. And every comparison with NaN
//! is false: `loss(a) < loss(b)` is right by luck as long as the first of the range is a number,
//! `!(loss(a) >= loss(b))` is wrong. To count NaN as infinite leaves nothing to luck.

/// The exponent of the best rate, for a function that trains at 10ᵏ and gives the loss.
pub fn best_exponent(loss: fn(i32) -> f64) -> i32 {
    let price = |exponent: i32| {
        let loss = loss(exponent);
        if loss.is_nan() { f64::INFINITY } else { loss }
    };
    let (mut low, mut high) = (-3, -1);
    loop {
        let mut best = low;
        for exponent in low..=high {
            if price(exponent) < price(best) {
                best = exponent;
            }
        }
        if best == low && low > -8 {
            low -= 1;
        } else if best == high && high < 3 {
            high += 1;
        } else {
            return best;
        }
    }
}
