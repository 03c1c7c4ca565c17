//! Cross-entropy of k classes, from logits.
//!
//! ℓ(z, q) = −Σ_c a_c ln p_c,   ∂ℓ/∂z_c = p_c Σ_j a_j − a_c,   p = softmax(z),   a_c =
//! w_c ((1 − s) q_c + s/k), with z of shape (n, k).
//!
//! The target q is the distribution that the model should give: 1 at the class t of the
//! sample, or any other one. s is the label smoothing, w the weights of the classes.
//! With neither, ℓ = −ln p_t.
//!
//! **Convention.** As PyTorch's `CrossEntropyLoss`: with classes as targets the mean
//! divides by Σᵢ w_tᵢ, not by n; with distributions it divides by n. Keras divides by n
//! in both cases. Smoothing gives each class s/k, the right one too; in a text that
//! spreads s over the k − 1 wrong ones, s is (k − 1)/k times the s of this code.
//!
//! # Reference
//! J. S. Bridle, "Training stochastic model recognition algorithms as networks can lead
//! to maximum mutual information estimation of parameters", *Advances in Neural
//! Information Processing Systems* 2 (1989). Label smoothing: C. Szegedy et al.,
//! "Rethinking the Inception architecture for computer vision", *CVPR* (2016), §7.

use super::Loss;
use super::checks::{assert_classes, assert_distributions, assert_same_shape};
use super::log_sum_exp::{log_softmax, softmax};
use super::weighted::weighted;
use crate::error::{ParameterError, half_open_unit_interval, non_negative};
use ndarray::{Array1, Array2};

// ANCHOR: cross_entropy
/// −ln p_t with p = softmax(z): the negative log-likelihood of the sample's class t.
///
/// # Panics
/// A class that is not below k panics, and so do weights that are not k.
///
/// ```
/// use listings::losses::{CrossEntropy, Loss};
/// use ndarray::array;
///
/// let logits = array![[0.1_f64.ln(), 0.8_f64.ln(), 0.1_f64.ln()]];
/// let class = array![1];
/// let value = CrossEntropy::default().value(&logits, &class);
/// assert!((value - -0.8_f64.ln()).abs() < 1e-15);
/// // The gradient is softmax − target.
/// let gradient = CrossEntropy::default().gradient(&logits, &class);
/// assert!((gradient - array![[0.1, 0.8 - 1.0, 0.1]]).iter().all(|g| g.abs() < 1e-15));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CrossEntropy {
    class_weights: Option<Array1<f64>>,
    label_smoothing: f64,
}

impl CrossEntropy {
    /// Weighs each class, by w of shape (k).
    ///
    /// # Errors
    /// [`ParameterError`] unless every weight is in [0, ∞).
    pub fn with_class_weights(
        mut self,
        class_weights: Array1<f64>,
    ) -> Result<Self, ParameterError> {
        for &weight in &class_weights {
            non_negative("class_weights", weight)?;
        }
        self.class_weights = Some(class_weights);
        Ok(self)
    }

    /// Takes the share s from the target and spreads it evenly over all classes.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ s < 1.
    pub fn with_label_smoothing(
        mut self,
        label_smoothing: f64,
    ) -> Result<Self, ParameterError> {
        self.label_smoothing =
            half_open_unit_interval("label_smoothing", label_smoothing)?;
        Ok(self)
    }

    /// a of shape (n, k), from the distributions q of shape (n, k).
    fn coefficients(&self, distributions: &Array2<f64>) -> Array2<f64> {
        let [rows, classes] = [distributions.nrows(), distributions.ncols()];
        let spread = self.label_smoothing / classes as f64;
        let kept = 1.0 - self.label_smoothing;
        let smoothed = distributions.mapv(|q| kept * q + spread);
        let Some(weights) = &self.class_weights else { return smoothed };
        assert_eq!(
            weights.len(),
            classes,
            "{} class weights for logits of shape [{rows}, {classes}]",
            weights.len()
        );
        smoothed * weights
    }

    /// Σᵢ w_tᵢ, the number of the samples when the classes have no weights.
    fn total_weight(&self, classes: &Array1<usize>) -> f64 {
        match &self.class_weights {
            Some(weights) => classes.iter().map(|&class| weights[class]).sum(),
            None => classes.len() as f64,
        }
    }
}

impl Loss<Array2<f64>, Array1<usize>> for CrossEntropy {
    fn value(&self, logits: &Array2<f64>, classes: &Array1<usize>) -> f64 {
        assert_classes(logits, classes);
        let coefficients = self.coefficients(&one_hot(classes, logits.ncols()));
        summed_loss(logits, &coefficients) / self.total_weight(classes)
    }

    fn gradient(&self, logits: &Array2<f64>, classes: &Array1<usize>) -> Array2<f64> {
        assert_classes(logits, classes);
        let coefficients = self.coefficients(&one_hot(classes, logits.ncols()));
        summed_gradient(logits, &coefficients) / self.total_weight(classes)
    }
}

/// Rows of zeros with a 1 at the class.
fn one_hot(classes: &Array1<usize>, k: usize) -> Array2<f64> {
    let rows = classes.len();
    Array2::from_shape_fn((rows, k), |(i, c)| if classes[i] == c { 1.0 } else { 0.0 })
}

/// −Σᵢ Σ_c aᵢ_c ln pᵢ_c.
fn summed_loss(logits: &Array2<f64>, coefficients: &Array2<f64>) -> f64 {
    let mut sum = 0.0;
    for (logits, coefficients) in logits.rows().into_iter().zip(coefficients.rows()) {
        for (log_p, a) in log_softmax(logits).iter().zip(coefficients) {
            sum += weighted(*a, -log_p);
        }
    }
    sum
}

/// pᵢ_c Σ_j aᵢ_j − aᵢ_c, of shape (n, k).
fn summed_gradient(logits: &Array2<f64>, coefficients: &Array2<f64>) -> Array2<f64> {
    let mut gradient = Array2::zeros(logits.raw_dim());
    for (i, mut row) in gradient.rows_mut().into_iter().enumerate() {
        let a = coefficients.row(i);
        row.assign(&(softmax(logits.row(i)) * a.sum() - a));
    }
    gradient
}
// ANCHOR_END: cross_entropy

// ANCHOR: cross_entropy_distributions
/// Targets are distributions over the classes, of shape (n, k); the mean divides by n.
///
/// # Panics
/// Different shapes panic, and so does a row that is no distribution.
///
/// ```
/// use listings::losses::{CrossEntropy, Loss};
/// use ndarray::array;
///
/// let undecided = array![[0.5, 0.5]];
/// let value = CrossEntropy::default().value(&array![[3.0, 3.0]], &undecided);
/// assert_eq!(value, std::f64::consts::LN_2); // at best the entropy of the target
/// ```
impl Loss<Array2<f64>, Array2<f64>> for CrossEntropy {
    fn value(&self, logits: &Array2<f64>, targets: &Array2<f64>) -> f64 {
        assert_same_shape(("logits", logits), ("targets", targets));
        assert_distributions(targets);
        let coefficients = self.coefficients(targets);
        summed_loss(logits, &coefficients) / logits.nrows() as f64
    }

    fn gradient(&self, logits: &Array2<f64>, targets: &Array2<f64>) -> Array2<f64> {
        assert_same_shape(("logits", logits), ("targets", targets));
        assert_distributions(targets);
        let coefficients = self.coefficients(targets);
        summed_gradient(logits, &coefficients) / logits.nrows() as f64
    }
}
// ANCHOR_END: cross_entropy_distributions
