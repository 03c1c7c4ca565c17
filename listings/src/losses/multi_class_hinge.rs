//! The hinge loss of k classes.
//!
//! ℓ(z, t) = w_t/k Σ_{c≠t} s_c^p,   s_c = max(0, m − z_t + z_c),
//! ∂ℓ/∂z_c = w_t/k p s_c^(p−1) for c ≠ t,   ∂ℓ/∂z_t = −Σ_{c≠t} ∂ℓ/∂z_c,
//! with scores z of shape (n, k) and t the class of the sample.
//!
//! **Convention.** As PyTorch's `MultiMarginLoss`: the sum over the other classes is
//! divided by k, not by k − 1, and the mean divides by n whatever the weights are.
//! Crammer and Singer take the largest slack s_c in place of the sum; so does
//! scikit-learn's `hinge_loss`.
//!
//! # Reference
//! J. Weston & C. Watkins, "Support vector machines for multi-class pattern
//! recognition", *ESANN* (1999), for the sum over the other classes.

use super::Loss;
use super::checks::assert_classes;
use crate::error::{ParameterError, non_negative};
use ndarray::{Array1, Array2, ArrayView1};

// ANCHOR: multi_class_hinge
/// The right class is to lead every other one by the margin m.
///
/// # Panics
/// A class that is not below k panics, and so do weights that are not k.
///
/// ```
/// use listings::losses::{Loss, MultiClassHinge};
/// use ndarray::array;
///
/// let scores = array![[2.0, 1.5, -3.0]];
/// // Class 0 leads class 1 by half a unit only: max(0, 1 − 2 + 1.5) = 0.5, over k = 3.
/// assert_eq!(MultiClassHinge::default().value(&scores, &array![0]), 0.5 / 3.0);
/// let gradient = MultiClassHinge::default().gradient(&scores, &array![0]);
/// assert_eq!(gradient, array![[-1.0, 1.0, 0.0]] / 3.0);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct MultiClassHinge {
    margin: f64,
    squared: bool,
    class_weights: Option<Array1<f64>>,
}

impl MultiClassHinge {
    /// A hinge with the margin m, where scores are to differ by at least that.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ m < ∞.
    pub fn new(margin: f64) -> Result<Self, ParameterError> {
        let margin = non_negative("margin", margin)?;
        Ok(Self { margin, squared: false, class_weights: None })
    }

    /// Squares each slack: p = 2 in place of 1.
    pub fn squared(self) -> Self {
        Self { squared: true, ..self }
    }

    /// Weighs each class, by w of shape (k).
    ///
    /// # Errors
    /// [`ParameterError`] unless every weight is in [0, ∞).
    pub fn with_class_weights(
        self,
        class_weights: Array1<f64>,
    ) -> Result<Self, ParameterError> {
        for &weight in &class_weights {
            non_negative("class_weights", weight)?;
        }
        Ok(Self { class_weights: Some(class_weights), ..self })
    }

    /// What class c still lacks, max(0, m − z_t + z_c); 0 for the class t itself.
    fn slack(&self, scores: ArrayView1<f64>, class: usize, other: usize) -> f64 {
        let missing = self.margin - scores[class] + scores[other];
        // `f64::max` would turn a NaN into 0.
        if other == class || missing <= 0.0 { 0.0 } else { missing }
    }

    /// w_t/k.
    fn weight(&self, class: usize, classes: usize) -> f64 {
        let weight = self.class_weights.as_ref().map_or(1.0, |weights| weights[class]);
        weight / classes as f64
    }

    fn assert_fits(&self, scores: &Array2<f64>, classes: &Array1<usize>) {
        assert_classes(scores, classes);
        let Some(weights) = &self.class_weights else { return };
        let (rows, k) = scores.dim();
        let given = weights.len();
        assert_eq!(given, k, "{given} class weights for scores of shape [{rows}, {k}]");
    }
}

impl Loss<Array2<f64>, Array1<usize>> for MultiClassHinge {
    fn value(&self, scores: &Array2<f64>, classes: &Array1<usize>) -> f64 {
        self.assert_fits(scores, classes);
        let (samples, k) = scores.dim();
        let mut sum = 0.0;
        for (row, &class) in scores.rows().into_iter().zip(classes) {
            for other in 0..k {
                let slack = self.slack(row, class, other);
                let cost = if self.squared { slack * slack } else { slack };
                sum += self.weight(class, k) * cost;
            }
        }
        sum / samples as f64
    }

    fn gradient(&self, scores: &Array2<f64>, classes: &Array1<usize>) -> Array2<f64> {
        self.assert_fits(scores, classes);
        let (samples, k) = scores.dim();
        let mut gradient = Array2::zeros((samples, k));
        for (i, &class) in classes.iter().enumerate() {
            for other in 0..k {
                let slack = self.slack(scores.row(i), class, other);
                let slope = match slack {
                    0.0 => 0.0,
                    _ if self.squared || slack.is_nan() => 2.0 * slack,
                    _ => 1.0,
                };
                let pull = self.weight(class, k) * slope / samples as f64;
                gradient[[i, other]] += pull;
                gradient[[i, class]] -= pull;
            }
        }
        gradient
    }
}
// ANCHOR_END: multi_class_hinge

/// m = 1, not squared, all classes alike.
impl Default for MultiClassHinge {
    fn default() -> Self {
        Self { margin: 1.0, squared: false, class_weights: None }
    }
}
