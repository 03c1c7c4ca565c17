//! # The best rate, it says
//!
//! A sweep trains at the rates $10^{-3}$, $10^{-2}$ and $10^{-1}$ and reports the exponent of
//! the best. Its author is happy with it: "the largest was best, again". Repair it. As long as
//! the best exponent is the first or the last that was tried, the next one beyond it has to be
//! tried as well, though none below $-8$ and none above 3. A loss of NaN is that of a run which
//! diverged, and worse than any number. (Of equals, the lower exponent is the best.)

/// The exponent of the best rate, for a function that trains at 10ᵏ and gives the loss.
pub fn best_exponent(loss: fn(i32) -> f64) -> i32 {
    let mut best = -3;
    for exponent in -3..=-1 {
        if loss(exponent) < loss(best) {
            best = exponent;
        }
    }
    best
}
