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
/// Panics unless there is a class for each probability, and for a probability outside
/// [0, 1] or a class that is neither 0 nor 1.
pub fn brier_score(probabilities: &Array1<f64>, classes: &Array1<usize>) -> Option<f64> {
    let (n, m) = (probabilities.len(), classes.len());
    assert_eq!(n, m, "{n} probabilities, but {m} classes");
    for (&p, &class) in probabilities.iter().zip(classes) {
        assert!((0.0..=1.0).contains(&p), "the probability {p} is outside [0, 1]");
        assert!(class <= 1, "the class {class}: 0 and 1 are valid");
    }
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
    #[test]
    #[should_panic(expected = "the class 2: 0 and 1 are valid")]
    fn a_third_class_is_refused() {
        brier_score(&array![0.5, 0.5], &array![0, 2]);
    }

    #[test]
    #[should_panic(expected = "the probability 1.5 is outside [0, 1]")]
    fn what_is_no_probability_is_refused() {
        brier_score(&array![0.5, 1.5], &array![0, 1]);
    }

    #[test]
    #[should_panic(expected = "2 probabilities, but 1 classes")]
    fn one_class_is_not_shared_by_all_probabilities() {
        brier_score(&array![0.5, 0.5], &array![1]);
    }
}
