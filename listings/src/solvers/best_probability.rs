//! What a loss makes a model predict where it cannot tell the classes apart.
//!
//! Of the samples with one input, a share q is positive. The best logit z* minimizes the
//! expected loss q ℓ(z, 1) + (1 − q) ℓ(z, 0); the best probability is σ(z*).
//!
//! # Reference
//! For the focal loss: N. Charoenphakdee, J. Vongkulbhisal, N. Chairatanakul & M.
//! Sugiyama, "On focal loss for class-posterior probability estimation: a theoretical
//! perspective", *CVPR* (2021).

use crate::losses::{Loss, sigmoid};
use ndarray::array;

// ANCHOR: best_probability
/// The best probability of the positive class where a share q of the samples is positive.
///
/// Losses of a soft target are linear in the target, so the slope of the expected loss is
/// the gradient at the target q. It changes its sign once: halve the bracket until it is a
/// point.
///
/// ```
/// use listings::losses::{BinaryCrossEntropy, BinaryFocal};
/// use listings::solvers::best_probability;
///
/// // Cross-entropy says what is: the share itself. The focal loss does not.
/// assert!((best_probability(&BinaryCrossEntropy::default(), 0.1) - 0.1).abs() < 1e-12);
/// assert!(best_probability(&BinaryFocal::new(None, 2.0)?, 0.1) > 0.2);
/// # Ok::<(), listings::ParameterError>(())
/// ```
pub fn best_probability(loss: &dyn Loss, share: f64) -> f64 {
    let slope = |logit: f64| loss.gradient(&array![logit], &array![share])[0];
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if slope(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    sigmoid(high)
}
// ANCHOR_END: best_probability

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{BinaryCrossEntropy, BinaryFocal};

    #[test]
    fn a_weight_multiplies_the_odds() {
        let weighted = BinaryCrossEntropy::default().with_positive_weight(9.0).unwrap();
        for share in [0.01, 0.1, 0.5, 0.9] {
            let expected = 9.0 * share / (9.0 * share + 1.0 - share);
            // 80 · 2⁻⁶⁰ in the logit; p moves by at most a quarter of it.
            assert!((best_probability(&weighted, share) - expected).abs() < 1e-14);
        }
    }

    #[test]
    fn no_probability_near_is_better() {
        let focal = BinaryFocal::new(None, 2.0).unwrap();
        for share in [0.02, 0.1, 0.4] {
            let expected = |p: f64| {
                let logit = array![(p / (1.0 - p)).ln()];
                focal.value(&logit, &array![share])
            };
            let best = best_probability(&focal, share);
            for factor in [0.5, 0.9, 0.99, 1.01, 1.1, 1.5] {
                assert!(expected(best * factor) > expected(best), "{share} {factor}");
            }
        }
    }
}
