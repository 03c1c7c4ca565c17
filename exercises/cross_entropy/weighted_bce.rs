//! # Binary cross-entropy with a weight for the positives
//!
//! Of a hundred transactions one is fraud. To make it count, multiply the positive term by a
//! weight $w > 0$:
//!
//! $$
//! L = \frac{1}{n} \sum_{i=1}^{n} \bigl( -w\, y_i \ln p_i - (1 - y_i) \ln (1 - p_i) \bigr) ,
//! \qquad p_i = \sigma(z_i) .
//! $$
//!
//! The mean divides by $n$, whatever $w$ is. Write the loss and its gradient with respect to
//! the logits, safe for large logits, and the weight that makes both classes count alike in a
//! data set with the given targets (0 or 1, both present): the positives together should
//! weigh as much as the negatives together.

use ndarray::Array1;

/// The weighted loss. Both arrays have the same length, which is not zero.
pub fn value(logits: &Array1<f64>, target: &Array1<f64>, weight: f64) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `logits`.
pub fn gradient(logits: &Array1<f64>, target: &Array1<f64>, weight: f64) -> Array1<f64> {
    todo!()
}

/// The weight that makes both classes count alike.
pub fn balancing_weight(target: &Array1<f64>) -> f64 {
    todo!()
}
