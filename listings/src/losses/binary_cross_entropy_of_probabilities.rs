//! Binary cross-entropy, from probabilities: what is left when the logit is gone.
//!
//! ℓ(p, y) = −y ln p − (1 − y) ln(1 − p),   ∂ℓ/∂p = (p − y) / (p (1 − p)), with p and y
//! of shape (n).
//!
//! **Convention.** As PyTorch's `BCELoss`: each logarithm is taken as at least −100, and
//! the denominator p (1 − p) as at least 10⁻¹². So at p = 0 and y = 1 the value is 100
//! and the gradient −10¹², where the formulas have ∞. Keras clips p to [10⁻⁷, 1 − 10⁻⁷]
//! instead, and so has the gradient 0 there. From logits neither is needed: see
//! `binary_cross_entropy.rs`.
//!
//! # Reference
//! I. J. Good, "Rational decisions", *Journal of the Royal Statistical Society B* 14
//! (1952) 107–114: the logarithm as the fee of a forecaster.

use super::Loss;
use super::checks::assert_probabilities;
use super::elementwise::{mean_gradient, mean_loss};
use ndarray::Array1;

// ANCHOR: binary_cross_entropy_of_probabilities
/// −y ln p − (1 − y) ln(1 − p), for a model that gives p and no logit.
///
/// # Panics
/// Besides different lengths, a target or a prediction outside [0, 1] panics.
///
/// ```
/// use listings::losses::{BinaryCrossEntropyOfProbabilities as FromP, Loss};
/// use ndarray::array;
///
/// let one = array![1.0];
/// assert_eq!(format!("{:.3}", FromP.value(&array![0.95], &one)), "0.051");
/// assert_eq!(format!("{:.3}", FromP.value(&array![0.2], &one)), "1.609");
/// // Certain and wrong costs 100, whether p was 1e-50 or 1e-300.
/// assert_eq!(FromP.value(&array![0.0], &one), 100.0);
/// assert!(FromP.gradient(&array![0.0], &one)[0] <= -1e12);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BinaryCrossEntropyOfProbabilities;

/// No probability costs more than this.
const LARGEST_COST: f64 = 100.0;

/// The denominator of the gradient is at least this: 10⁻¹² as PyTorch has it, rounded
/// to single precision.
const SMALLEST_VARIANCE: f64 = 1e-12_f32 as f64;

impl Loss for BinaryCrossEntropyOfProbabilities {
    fn value(&self, probability: &Array1<f64>, target: &Array1<f64>) -> f64 {
        assert_in_range(probability, target);
        mean_loss(probability, target, |p, y| {
            y * cost_of(p) + (1.0 - y) * cost_of(1.0 - p)
        })
    }

    fn gradient(&self, probability: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        assert_in_range(probability, target);
        mean_gradient(probability, target, |p, y| {
            (p - y) / (p * (1.0 - p)).max(SMALLEST_VARIANCE)
        })
    }
}

/// −ln p, at most 100; NaN stays NaN.
fn cost_of(probability: f64) -> f64 {
    let cost = -probability.ln();
    if cost > LARGEST_COST { LARGEST_COST } else { cost }
}

fn assert_in_range(probabilities: &Array1<f64>, targets: &Array1<f64>) {
    assert_probabilities(targets);
    for (i, p) in probabilities.iter().enumerate() {
        let valid = p.is_nan() || (0.0..=1.0).contains(p);
        assert!(valid, "prediction {i} is {p}, which is outside [0, 1]");
    }
}
// ANCHOR_END: binary_cross_entropy_of_probabilities
