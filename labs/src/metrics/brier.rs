//! The mean squared error of probabilities.
//!
//! B = 1/n Σᵢ (pᵢ − yᵢ)², with the probability pᵢ of class 1 and the class yᵢ, 0 or 1. The
//! least possible expectation has the true probability: so it cannot be gamed.
//!
//! # Reference
//! G. W. Brier, "Verification of forecasts expressed in terms of probability", *Monthly
//! Weather Review* 78 (1950) 1–3; his sum over both classes is twice this.

use listings::losses::{Loss, MeanSquaredError};
use ndarray::Array1;

/// B; `None` without samples.
///
/// ```
/// use labs::metrics::brier_score;
/// use ndarray::array;
///
/// // (0.25 + 0.25) / 2: who always says a half never does better or worse.
/// assert_eq!(brier_score(&array![0.5, 0.5], &array![1, 0]), Some(0.25));
/// ```
///
/// # Panics
/// Panics unless there is a class for each probability.
pub fn brier_score(probabilities: &Array1<f64>, classes: &Array1<usize>) -> Option<f64> {
    let targets = classes.mapv(|class| class as f64);
    let score = MeanSquaredError.value(probabilities, &targets);
    (!classes.is_empty()).then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn known_values() {
        assert_eq!(brier_score(&array![1.0, 0.0], &array![1, 0]), Some(0.0));
        assert_eq!(brier_score(&array![0.0, 1.0], &array![1, 0]), Some(1.0));
        // The example of scikit-learn's brier_score_loss: 0.0375.
        let score =
            brier_score(&array![0.1, 0.9, 0.8, 0.3], &array![0, 1, 1, 0]).unwrap();
        assert!((score - 0.0375).abs() < 1e-15, "{score}");
        assert_eq!(brier_score(&array![], &array![]), None);
    }
}
