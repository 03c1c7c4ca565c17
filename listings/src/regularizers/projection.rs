//! Projections onto balls: the nearest point with a bounded norm.
//!
//! Onto ‖w‖₂ ≤ r: w min(1, r/‖w‖₂).   Onto ‖w‖₁ ≤ r: soft_threshold(w, t), with the t ≥ 0
//! for which Σⱼ max(|wⱼ| − t, 0) = r, or 0 when w is inside.
//!
//! # Reference
//! J. Duchi, S. Shalev-Shwartz, Y. Singer & T. Chandra, "Efficient projections onto the
//! ℓ1-ball for learning in high dimensions", *ICML* (2008), figure 1.

use super::soft_threshold;
use crate::error::non_negative;
use ndarray::Array1;

// ANCHOR: projection
/// The nearest point with ‖w‖₂ ≤ radius: the same direction, cut short.
///
/// # Panics
/// Panics unless 0 ≤ radius < ∞.
///
/// ```
/// use listings::regularizers::project_onto_l2_ball;
/// use ndarray::array;
///
/// assert_eq!(project_onto_l2_ball(&array![3.0, 4.0], 2.5), array![1.5, 2.0]);
/// ```
pub fn project_onto_l2_ball(weights: &Array1<f64>, radius: f64) -> Array1<f64> {
    assert_radius(radius);
    let norm = weights.dot(weights).sqrt();
    if norm <= radius { weights.clone() } else { weights * (radius / norm) }
}

/// The nearest point with ‖w‖₁ ≤ radius: every weight soft-thresholded by one t.
///
/// # Panics
/// Panics unless 0 ≤ radius < ∞.
///
/// ```
/// use listings::regularizers::project_onto_l1_ball;
/// use ndarray::array;
///
/// // t = 2: what is left has the norm 1, and the small weight is gone.
/// assert_eq!(project_onto_l1_ball(&array![3.0, -0.5], 1.0), array![1.0, 0.0]);
/// ```
pub fn project_onto_l1_ball(weights: &Array1<f64>, radius: f64) -> Array1<f64> {
    assert_radius(radius);
    let mut sizes = weights.mapv(f64::abs).to_vec();
    if sizes.iter().sum::<f64>() <= radius {
        return weights.clone();
    }
    sizes.sort_by(|a, b| b.total_cmp(a));
    // With the `count` largest weights left, t = (their sum − radius) / count; the
    // right count is the last whose t is not above the smallest of them.
    let mut sum = 0.0;
    let mut threshold = 0.0;
    for (count, size) in (1..).zip(&sizes) {
        sum += size;
        let candidate = (sum - radius) / f64::from(count);
        if candidate <= *size {
            threshold = candidate;
        }
    }
    weights.mapv(|weight| soft_threshold(weight, threshold))
}

fn assert_radius(radius: f64) {
    non_negative("radius", radius).unwrap_or_else(|error| panic!("{error}"));
}
// ANCHOR_END: projection
