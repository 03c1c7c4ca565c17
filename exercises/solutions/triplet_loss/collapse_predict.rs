//! Each triplet costs $0 - 0 + m$, so the loss over all of them is the margin, $0.5$. A
//! triplet loss that settles *at the margin* is the sign of a collapse. Semi-hard
//! negatives are farther than the positive, and none is: nothing is mined, the loss is
//! $0$, and on its own it looks like success. Log the number of triplets beside it.
//!
//! The contrastive loss is $30/40$ of $m^2$, $0.1875$. InfoNCE sees eight equal
//! similarities and can only guess: $\ln 8 \approx 2.08$, whatever the temperature.

/// The triplet loss over all valid triplets.
pub fn all_triplets() -> f64 {
    let (to_positive, to_negative, margin) = (0.0, 0.0, 0.5);
    to_positive - to_negative + margin
}

/// The triplet loss over the semi-hard triplets.
pub fn semi_hard_triplets() -> f64 {
    0.0
}

/// The mean contrastive loss.
pub fn contrastive() -> f64 {
    30.0 * 0.5_f64.powi(2) / 40.0
}

/// The InfoNCE loss.
pub fn info_nce() -> f64 {
    8_f64.ln()
}
