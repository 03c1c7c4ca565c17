//! The harder distance is the *smaller* one: it makes $d(a, p) - d + m$ larger. With `max`
//! the function takes the easier of the two, and the loss is at most what it would be
//! without the swap. The property in the statement is a good test: it needs no known
//! values, and random distances find the fault at once.

/// The triplet loss with swap, from d(a, p), d(a, n) and d(p, n).
pub fn value(
    anchor_positive: f64,
    anchor_negative: f64,
    positive_negative: f64,
    margin: f64,
) -> f64 {
    let negative = anchor_negative.min(positive_negative);
    (anchor_positive - negative + margin).max(0.0)
}
