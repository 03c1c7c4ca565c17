//! The losses that are compared, and what their probabilities mean.

use super::soft_f1::WithSoftF1;
use listings::labs::hypothyroid::Criterion;
use listings::losses::{BinaryCrossEntropy, BinaryFocal, Loss};
use ndarray::array;

// ANCHOR: loss
/// The loss of the listings, for so many patients who are ill and who are not.
pub(super) fn loss(criterion: Criterion, ill: usize, others: usize) -> Box<dyn Loss> {
    let ratio = others as f64 / ill as f64;
    let valid = "a share of the ill within (0, 1), and a focus from 0 on";
    match criterion {
        Criterion::CrossEntropy => Box::new(BinaryCrossEntropy::default()),
        Criterion::Weighted { power } => {
            let loss = BinaryCrossEntropy::default();
            Box::new(loss.with_positive_weight(ratio.powf(power)).expect(valid))
        }
        Criterion::Focal { gamma, alpha } => {
            Box::new(BinaryFocal::new(alpha, gamma).expect(valid))
        }
        Criterion::WithSoftF1 => Box::new(WithSoftF1::default()),
    }
}
// ANCHOR_END: loss

// ANCHOR: undone
/// The probability that a loss of single samples means by its logit z: the share q of
/// ill patients for which z is best, from q ∂ℓ(z, 1)/∂z + (1 − q) ∂ℓ(z, 0)/∂z = 0.
pub(super) fn undone(loss: &dyn Loss, logit: f64) -> f64 {
    let slope = |target: f64| loss.gradient(&array![logit], &array![target])[0];
    let (ill, other) = (slope(1.0), slope(0.0));
    other / (other - ill)
}
// ANCHOR_END: undone

#[cfg(test)]
mod tests {
    use super::super::candidates::criteria;
    use super::*;
    use listings::solvers::best_probability;

    #[test]
    fn undone_is_the_share_that_the_probability_is_best_for() {
        let mut losses: Vec<Box<dyn Loss>> = Vec::new();
        for criterion in criteria() {
            if criterion != Criterion::WithSoftF1 {
                losses.push(loss(criterion, 100, 2000));
            }
        }
        for loss in &losses {
            for share in [0.01, 0.05, 0.3, 0.5, 0.9] {
                let best = best_probability(&**loss, share);
                let share_again = undone(&**loss, (best / (1.0 - best)).ln());
                // The bracket is closed to 10⁻¹⁶ in z, and ln and σ round.
                assert!((share_again - share).abs() < 1e-10, "{share}: {share_again}");
            }
        }
        // A weight multiplies the odds: σ(z) = ½ means 1 to 20.
        let weighted = loss(Criterion::Weighted { power: 1.0 }, 100, 2000);
        assert!((undone(&*weighted, 0.0) - 1.0 / 21.0).abs() < 1e-15);
    }
}
