//! # Farther than it needs to be
//!
//! The triplet loss with *swap* (Balntas and others, 2016) takes the harder of the two
//! distances to the negative: from the anchor or from the positive, whichever is nearer.
//! The function below, of the three distances of a triplet, was meant to do so. With the
//! swap the loss should never be lower than without it. It is.
//!
//! Find the fault and repair it.

/// The triplet loss with swap, from d(a, p), d(a, n) and d(p, n).
pub fn value(
    anchor_positive: f64,
    anchor_negative: f64,
    positive_negative: f64,
    margin: f64,
) -> f64 {
    let negative = anchor_negative.max(positive_negative);
    (anchor_positive - negative + margin).max(0.0)
}
