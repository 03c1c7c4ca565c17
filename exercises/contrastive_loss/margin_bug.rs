//! # The classes that could not be told apart
//!
//! A colleague trains an embedding with this loss of one pair. It falls to zero within
//! minutes, and the embedding is useless: all samples of all classes sit close together
//! in one spot, about as wide as the margin.
//!
//! Find the fault and repair it. Then think about what a loss of zero said in the first
//! place.

/// The contrastive loss of a pair at this distance: d² when it is similar,
/// max(0, m - d)² when it is not.
pub fn value(distance: f64, similar: bool, margin: f64) -> f64 {
    if similar { distance.powi(2) } else { (distance - margin).max(0.0).powi(2) }
}
