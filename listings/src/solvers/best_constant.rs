//! The constant prediction with the least loss.
//!
//! The slope c ↦ Σᵢ ℓ′(c − yᵢ) of a convex loss never falls, so its sign change can be
//! bracketed and halved.

use crate::losses::ResidualLoss;

// ANCHOR: best_constant
/// The c that minimizes Σᵢ ℓ(c − yᵢ) for a convex ℓ, by bisection on the slope.
///
/// Where a whole interval is best, as for an even number of targets under absolute
/// error, it is a point of that interval.
///
/// # Panics
/// Panics when there is no target, or one is not finite.
pub fn best_constant(loss: &dyn ResidualLoss, targets: &[f64]) -> f64 {
    assert!(!targets.is_empty(), "no target: every constant is as good as any other");
    for (i, y) in targets.iter().enumerate() {
        assert!(y.is_finite(), "target {i} is {y}, which is not finite");
    }
    let slope = |c: f64| targets.iter().map(|y| loss.slope(c - y)).sum::<f64>();
    let mut low = targets.iter().copied().fold(f64::INFINITY, f64::min);
    let mut high = targets.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    loop {
        // Halved first: high − low can be more than the largest number.
        let middle = 0.5 * low + 0.5 * high;
        if middle <= low || middle >= high {
            return high;
        }
        if slope(middle) < 0.0 { low = middle } else { high = middle }
    }
}
// ANCHOR_END: best_constant

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{Huber, MeanAbsoluteError, MeanSquaredError};
    use approx::assert_relative_eq;

    #[test]
    fn mean_and_median() {
        let targets = [3.0, -1.0, 7.0, 0.5, 2.0];
        // Halving ends at neighboring doubles; the slope's rounding can move the root
        // by a few more.
        assert_relative_eq!(
            best_constant(&MeanSquaredError, &targets),
            2.3,
            max_relative = 1e-14
        );
        assert_relative_eq!(
            best_constant(&MeanAbsoluteError, &targets),
            2.0,
            max_relative = 1e-14
        );
    }

    #[test]
    fn equal_targets_are_their_own_best_constant() {
        assert_eq!(best_constant(&Huber::default(), &[4.0, 4.0]), 4.0);
        assert_eq!(best_constant(&MeanSquaredError, &[4.0]), 4.0);
    }

    #[test]
    #[should_panic(expected = "no target")]
    fn nothing_has_no_best_constant() {
        best_constant(&MeanSquaredError, &[]);
    }

    #[test]
    fn targets_can_be_as_far_apart_as_numbers_are() {
        let far = f64::MAX;
        assert_eq!(best_constant(&MeanAbsoluteError, &[-far, 1.5, far]), 1.5);
    }

    #[test]
    #[should_panic(expected = "target 1 is -inf, which is not finite")]
    fn an_infinite_target_is_refused() {
        best_constant(&MeanSquaredError, &[1.0, f64::NEG_INFINITY]);
    }

    #[test]
    #[should_panic(expected = "target 2 is NaN, which is not finite")]
    fn a_target_that_is_no_number_is_refused() {
        best_constant(&MeanSquaredError, &[1.0, 2.0, f64::NAN]);
    }
}
