//! An F₁ that has a gradient.
//!
//! F = 2 Σ p y / (Σ p + Σ y),   p = σ(z), with z and y of shape (n): the F₁ of decisions,
//! with probabilities in their place. The loss is cross-entropy plus 1 − F.
//!
//! **Convention.** F is of the batch, not a mean of samples: another size of batch is another
//! loss. Of segmentations, 1 − F is known as the Dice loss. Where no sample is positive
//! and every p is rounded to 0, F is 1, with slope 0: nothing was there or found.
//!
//! # Reference
//! F. Milletari, N. Navab & S.-A. Ahmadi, "V-Net: fully convolutional neural networks for
//! volumetric medical image segmentation", *3DV* (2016), with squares in the denominator.

use listings::losses::{BinaryCrossEntropy, Loss, sigmoid};
use ndarray::{Array1, Zip};

// ANCHOR: soft_f1
/// Cross-entropy plus 1 − F.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct WithSoftF1(BinaryCrossEntropy);

/// F and Σ p + Σ y.
fn soft_f1(probabilities: &Array1<f64>, target: &Array1<f64>) -> (f64, f64) {
    let either = probabilities.sum() + target.sum();
    let both = probabilities.dot(target);
    (if either == 0.0 { 1.0 } else { 2.0 * both / either }, either)
}

impl Loss for WithSoftF1 {
    fn value(&self, logits: &Array1<f64>, target: &Array1<f64>) -> f64 {
        let (f1, _) = soft_f1(&logits.mapv(sigmoid), target);
        self.0.value(logits, target) + 1.0 - f1
    }

    fn gradient(&self, logits: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        let probabilities = logits.mapv(sigmoid);
        let (f1, either) = soft_f1(&probabilities, target);
        let mut gradient = self.0.gradient(logits, target);
        if either == 0.0 {
            return gradient;
        }
        // ∂F/∂p = (2 y − F) / (Σ p + Σ y), and ∂p/∂z = p (1 − p).
        let samples = Zip::from(&mut gradient).and(&probabilities).and(target);
        samples.for_each(|slope, &p, &y| {
            *slope -= (2.0 * y - f1) / either * p * (1.0 - p);
        });
        gradient
    }
}
// ANCHOR_END: soft_f1

#[cfg(test)]
mod tests {
    use super::*;
    use listings::checking::gradient_error;
    use ndarray::array;

    #[test]
    fn certain_and_right_costs_nothing_and_a_half_costs_what_it_does_by_hand() {
        let loss = WithSoftF1::default();
        let target = array![1.0, 0.0];
        assert!(loss.value(&array![50.0, -50.0], &target) < 1e-15);
        // F = 2 · ½ / (1 + 1), and the cross-entropy is ln 2.
        let value = loss.value(&array![0.0, 0.0], &target);
        assert!((value - (2_f64.ln() + 0.5)).abs() < 1e-15, "{value}");
    }

    #[test]
    fn the_gradient_is_that_of_the_value() {
        let loss = WithSoftF1::default();
        let logits = array![0.3, -2.0, 1.5, 4.0, -0.7];
        for target in [array![1.0, 0.0, 0.0, 1.0, 1.0], Array1::zeros(5)] {
            let value = |z: &_| loss.value(z, &target);
            let gradient = loss.gradient(&logits, &target);
            // Central differences err by 10⁻¹⁰ or so; a wrong factor by a tenth.
            assert!(gradient_error(value, &gradient, &logits) < 1e-8);
        }
    }
    #[test]
    fn extreme_logits_have_a_value_and_a_gradient() {
        let loss = WithSoftF1::default();
        let cost = |logit: f64, class: f64| {
            let (logits, target) =
                (Array1::from_elem(3, logit), Array1::from_elem(3, class));
            (loss.value(&logits, &target), loss.gradient(&logits, &target))
        };
        // e^(−1000) is 0. Right, each costs nothing; wrong, 1000 of cross-entropy and 1.
        assert_eq!(cost(-1000.0, 0.0), (0.0, Array1::zeros(3)));
        assert_eq!(cost(1000.0, 1.0), (0.0, Array1::zeros(3)));
        // The mean of three slopes of cross-entropy, σ(z) − y; F is flat there.
        let third = Array1::from_elem(3, 1.0 / 3.0);
        assert_eq!(cost(1000.0, 0.0), (1001.0, third.clone()));
        assert_eq!(cost(-1000.0, 1.0), (1001.0, -third));
    }
}
