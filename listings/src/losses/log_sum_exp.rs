//! Log-sum-exp and softmax, without overflow.
//!
//! lse(z) = m + ln Σ_c e^(z_c − m),   softmax(z)_c = e^(z_c − m) / Σ_j e^(z_j − m),
//! m = max z, with z of shape (k).
//!
//! **Convention.** Both formulas hold for every m; m = max z makes every exponent at
//! most 0 and one of them 0, so that nothing overflows and the sum is at least 1.
//! PyTorch's `logsumexp` and `log_softmax` do the same. What has no answer is NaN, as
//! there: the softmax of a row that holds +∞, or nothing but −∞. Log-sum-exp of such
//! rows has one: +∞ and −∞.
//!
//! # Reference
//! P. Blanchard, D. J. Higham & N. J. Higham, "Accurately computing the log-sum-exp and
//! softmax functions", *IMA Journal of Numerical Analysis* 41 (2021) 2311–2330, §1.

use ndarray::{Array1, ArrayView1};

// ANCHOR: log_sum_exp
/// ln Σ_c e^(z_c), a smooth maximum of the logits z, of shape (k).
///
/// ```
/// use listings::losses::log_sum_exp;
/// use ndarray::array;
///
/// assert!(1000f64.exp().is_infinite());
/// let logits = array![1000.0, 1000.0];
/// assert_eq!(log_sum_exp(logits.view()), 1000.0 + std::f64::consts::LN_2);
/// ```
pub fn log_sum_exp(logits: ArrayView1<f64>) -> f64 {
    let largest = largest(logits);
    // ∞ − ∞ is not a number; what is infinite needs no shift.
    let shift = if largest.is_finite() { largest } else { 0.0 };
    shift + logits.mapv(|logit| (logit - shift).exp()).sum().ln()
}
// ANCHOR_END: log_sum_exp

// ANCHOR: softmax
/// The probabilities e^(z_c) / Σ_j e^(z_j) of logits z, of shape (k).
///
/// ```
/// use listings::losses::softmax;
/// use ndarray::array;
///
/// let logits = array![1000.0, 1000.0, -1000.0];
/// assert_eq!(softmax(logits.view()), array![0.5, 0.5, 0.0]);
/// ```
pub fn softmax(logits: ArrayView1<f64>) -> Array1<f64> {
    let largest = largest(logits);
    let exponentials = logits.mapv(|logit| (logit - largest).exp());
    let sum = exponentials.sum();
    exponentials / sum
}

/// ln softmax(z) = z − ln Σⱼ e^(zⱼ), finite where the softmax itself is rounded to 0.
///
/// ```
/// use listings::losses::log_softmax;
/// use ndarray::array;
///
/// let logits = array![0.0, -1000.0];
/// assert_eq!(log_softmax(logits.view()), array![0.0, -1000.0]);
/// ```
pub fn log_softmax(logits: ArrayView1<f64>) -> Array1<f64> {
    let largest = largest(logits);
    let shifted = logits.mapv(|logit| logit - largest);
    let log_of_sum = shifted.mapv(f64::exp).sum().ln();
    shifted - log_of_sum
}

/// The largest of the logits; a NaN among them is left to the sums to spread.
fn largest(logits: ArrayView1<f64>) -> f64 {
    logits.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}
// ANCHOR_END: softmax
