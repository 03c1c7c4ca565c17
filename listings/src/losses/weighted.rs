//! Products in which a weight of zero wins.
//!
//! 0 · ∞ = 0, the limit of p ln p as p → 0.
//!
//! **Convention.** Information theory's 0 ln 0 = 0 (T. M. Cover & J. A. Thomas,
//! *Elements of Information Theory*, §2.1). Floating-point arithmetic has 0 · ∞ = NaN.

// ANCHOR: weighted
/// weight · loss, and 0 where a weight of 0 meets an infinite loss. A missing value (NaN)
/// still shows.
pub fn weighted(weight: f64, loss: f64) -> f64 {
    if weight == 0.0 && loss.is_infinite() { 0.0 } else { weight * loss }
}
// ANCHOR_END: weighted
