//! Targets that are linear in random features.
//!
//! y = Xw + ε,   Xᵢⱼ ~ N(0, 1),   wⱼ ~ N(0, 1),   εᵢ ~ N(0, σ²).

use super::gaussian;
use ndarray::{Array1, Array2};
use rand::Rng;

// ANCHOR: linear_regression
/// Inputs X of shape (samples, features), targets y = Xw + N(0, noise²), and the w of
/// shape (features) behind them; there is no intercept.
///
/// All entries of X and of w are independent draws from N(0, 1).
///
/// # Panics
/// Panics unless 0 ≤ noise < ∞.
///
/// ```
/// use listings::data::{linear_regression, seeded};
///
/// let (inputs, targets, weights) = linear_regression(100, 3, 0.0, &mut seeded(1));
/// assert_eq!(targets, inputs.dot(&weights));
/// ```
pub fn linear_regression(
    samples: usize,
    features: usize,
    noise: f64,
    random: &mut impl Rng,
) -> (Array2<f64>, Array1<f64>, Array1<f64>) {
    let weights = gaussian(1, features, 1.0, random).row(0).to_owned();
    let inputs = gaussian(samples, features, 1.0, random);
    let errors = gaussian(1, samples, noise, random).row(0).to_owned();
    let targets = inputs.dot(&weights) + errors;
    (inputs, targets, weights)
}
// ANCHOR_END: linear_regression

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;

    #[test]
    fn the_noise_has_the_stated_spread_and_is_independent_of_the_inputs() {
        let (n, noise) = (20_000, 0.3);
        let (inputs, targets, weights) = linear_regression(n, 2, noise, &mut seeded(1));
        let errors = targets - inputs.dot(&weights);
        let root = (n as f64).sqrt();
        // Four standard errors: σ/√n, σ²√(2/n), and σ/√n for a covariance with an input
        // of variance one.
        let mean = errors.mean().unwrap();
        let variance = errors.dot(&errors) / n as f64;
        let covariance = inputs.t().dot(&errors) / n as f64;
        assert!(mean.abs() < 4.0 * noise / root, "{mean}");
        let standard_error = noise * noise * 2f64.sqrt() / root;
        assert!((variance - noise * noise).abs() < 4.0 * standard_error, "{variance}");
        assert!(covariance.iter().all(|c| c.abs() < 4.0 * noise / root), "{covariance}");
    }

    #[test]
    fn the_weights_are_standard_normal() {
        let n = 20_000;
        let weights = linear_regression(0, n, 0.0, &mut seeded(2)).2;
        // Four standard errors: 1/√n and √(2/n).
        assert!(weights.mean().unwrap().abs() < 4.0 / (n as f64).sqrt());
        let variance = weights.dot(&weights) / n as f64;
        assert!((variance - 1.0).abs() < 4.0 * (2.0 / n as f64).sqrt(), "{variance}");
    }

    #[test]
    fn no_sample_and_no_feature() {
        let (inputs, targets, weights) = linear_regression(0, 3, 1.0, &mut seeded(1));
        assert_eq!((inputs.dim(), targets.len(), weights.len()), ((0, 3), 0, 3));
        let (inputs, targets, weights) = linear_regression(4, 0, 0.0, &mut seeded(1));
        assert_eq!((inputs.dim(), weights.len()), ((4, 0), 0));
        assert_eq!(targets, Array1::<f64>::zeros(4));
    }

    #[test]
    fn a_seed_is_a_data_set_and_the_noise_leaves_inputs_and_weights_alone() {
        let draw = |seed, noise| linear_regression(5, 2, noise, &mut seeded(seed));
        assert_eq!(draw(7, 1.0), draw(7, 1.0));
        assert_ne!(draw(7, 1.0), draw(8, 1.0));
        let (clean, noisy) = (draw(7, 0.0), draw(7, 1.0));
        assert_eq!((clean.0, clean.2), (noisy.0, noisy.2));
    }
}
