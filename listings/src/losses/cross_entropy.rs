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
//! in both cases. Samples of the ignored class (PyTorch's `ignore_index`) are not looked
//! at and not counted. Smoothing gives each class s/k, the right one too; in a text that
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
use ndarray::{Array1, Array2, ArrayView1};

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
    ignored_class: Option<usize>,
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

    /// Leaves out the samples of this class, which need not be below k: the padding of
    /// a sequence, a pixel that nobody labeled. Targets that are distributions have no
    /// class to be left out by.
    pub fn with_ignored_class(mut self, class: usize) -> Self {
        self.ignored_class = Some(class);
        self
    }

    /// a of shape (k), from the distribution q of shape (k).
    fn coefficients(&self, q: ArrayView1<f64>) -> Array1<f64> {
        let spread = self.label_smoothing / q.len() as f64;
        let smoothed = q.mapv(|q| (1.0 - self.label_smoothing) * q + spread);
        match &self.class_weights {
            Some(weights) => smoothed * weights,
            None => smoothed,
        }
    }

    /// −Σ_c a_c ln p_c of one sample.
    fn value_of_row(&self, logits: ArrayView1<f64>, q: ArrayView1<f64>) -> f64 {
        let log_p = log_softmax(logits);
        let terms = self.coefficients(q).into_iter().zip(log_p);
        terms.map(|(a, log_p)| weighted(a, -log_p)).sum()
    }

    /// p_c Σ_j a_j − a_c of one sample.
    fn gradient_of_row(
        &self,
        logits: ArrayView1<f64>,
        q: ArrayView1<f64>,
    ) -> Array1<f64> {
        let a = self.coefficients(q);
        softmax(logits) * a.sum() - a
    }

    /// The samples that count: those that are not of the ignored class.
    fn counted(&self, logits: &Array2<f64>, classes: &Array1<usize>) -> Vec<usize> {
        let is_ignored = |class: usize| self.ignored_class == Some(class);
        assert_classes(logits, &classes.mapv(|c| if is_ignored(c) { 0 } else { c }));
        self.assert_weights(logits);
        (0..classes.len()).filter(|&i| !is_ignored(classes[i])).collect()
    }

    /// Σ w_tᵢ of the samples that count: their number when the classes have no weights.
    fn total_weight(&self, classes: &Array1<usize>, counted: &[usize]) -> f64 {
        match &self.class_weights {
            Some(weights) => counted.iter().map(|&i| weights[classes[i]]).sum(),
            None => counted.len() as f64,
        }
    }

    fn assert_weights(&self, logits: &Array2<f64>) {
        let (rows, k) = logits.dim();
        if let Some(weights) = &self.class_weights {
            let count = weights.len();
            assert_eq!(
                count, k,
                "{count} class weights for logits of shape [{rows}, {k}]"
            );
        }
    }
}

impl Loss<Array2<f64>, Array1<usize>> for CrossEntropy {
    fn value(&self, logits: &Array2<f64>, classes: &Array1<usize>) -> f64 {
        let counted = self.counted(logits, classes);
        let mut sum = 0.0;
        for &i in &counted {
            let q = one_hot(classes[i], logits.ncols());
            sum += self.value_of_row(logits.row(i), q.view());
        }
        sum / self.total_weight(classes, &counted)
    }

    fn gradient(&self, logits: &Array2<f64>, classes: &Array1<usize>) -> Array2<f64> {
        let counted = self.counted(logits, classes);
        let total_weight = self.total_weight(classes, &counted);
        let mut gradient = Array2::zeros(logits.raw_dim());
        for &i in &counted {
            let q = one_hot(classes[i], logits.ncols());
            let row = self.gradient_of_row(logits.row(i), q.view());
            gradient.row_mut(i).assign(&(row / total_weight));
        }
        gradient
    }
}

/// Zeros, with a 1 at the class.
fn one_hot(class: usize, k: usize) -> Array1<f64> {
    Array1::from_shape_fn(k, |c| if c == class { 1.0 } else { 0.0 })
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
        self.assert_weights(logits);
        let rows = logits.rows().into_iter().zip(targets.rows());
        let sum: f64 = rows.map(|(z, q)| self.value_of_row(z, q)).sum();
        sum / logits.nrows() as f64
    }

    fn gradient(&self, logits: &Array2<f64>, targets: &Array2<f64>) -> Array2<f64> {
        assert_same_shape(("logits", logits), ("targets", targets));
        assert_distributions(targets);
        self.assert_weights(logits);
        let mut gradient = Array2::zeros(logits.raw_dim());
        for (i, mut row) in gradient.rows_mut().into_iter().enumerate() {
            row.assign(&self.gradient_of_row(logits.row(i), targets.row(i)));
        }
        gradient / logits.nrows() as f64
    }
}
// ANCHOR_END: cross_entropy_distributions
