//! The sign inside the maximum is reversed. $\max(0, d - m)^2$ charges a dissimilar pair
//! for being *farther* apart than the margin, so both terms pull, and a single point is a
//! perfect minimum: every loss is zero there. With $\max(0, m - d)^2$ the single point
//! costs $m^2$ for each dissimilar pair.
//!
//! A low loss tells you that the optimizer did its work. Whether the loss asks for what
//! you want is seen in the embedding: look at the distance between classes, too.

/// The contrastive loss of a pair at this distance: d² when it is similar,
/// max(0, m - d)² when it is not.
pub fn value(distance: f64, similar: bool, margin: f64) -> f64 {
    if similar { distance.powi(2) } else { (margin - distance).max(0.0).powi(2) }
}
