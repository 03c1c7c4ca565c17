//! # Everything in one point
//!
//! A network maps all inputs to one point: every distance is $0$. The margin is
//! $m = 0.5$. Predict, each within $0.02$:
//!
//! 1. the triplet loss of the batch, over all valid triplets;
//! 2. the triplet loss of the batch over the *semi-hard* triplets, with 0 for none;
//! 3. the mean contrastive loss of 10 similar and 30 dissimilar pairs;
//! 4. the InfoNCE loss with 8 candidates, at temperature 0.1.
//!
//! Which of the four tells you that something is wrong?

/// The triplet loss over all valid triplets.
pub fn all_triplets() -> f64 {
    todo!()
}

/// The triplet loss over the semi-hard triplets.
pub fn semi_hard_triplets() -> f64 {
    todo!()
}

/// The mean contrastive loss.
pub fn contrastive() -> f64 {
    todo!()
}

/// The InfoNCE loss.
pub fn info_nce() -> f64 {
    todo!()
}
