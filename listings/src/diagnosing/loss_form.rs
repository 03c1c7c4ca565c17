//! Cross-entropy as it is often written first, and as it should be.
//!
//! L = −ln p_t,   p = softmax(z). Stable: L = log Σ eᶻ − z_t with the largest logit taken
//! out, and ∂L/∂z = p − one-hot(t).
//!
//! The two naive forms keep powers and probabilities in single precision, in which most
//! networks are trained: eᶻ is infinite from z = 89 on, and p is zero where z lies 104
//! below the largest logit. (In double precision the numbers are 710 and 746.)
//!
//! # Reference
//! N. J. Higham, "What is the log-sum-exp function?" (2021);
//! [`log_sum_exp`](crate::losses::log_sum_exp) is the stable form.

use crate::losses::{CrossEntropy, Loss, softmax};
use ndarray::{Array1, Array2, Axis};

// ANCHOR: loss_form
/// Three ways to compute one loss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossForm {
    /// From logits, by log-sum-exp.
    Stable,
    /// eᶻ / Σ eᶻ with nothing taken out: ∞/∞ for a large logit.
    NaiveSoftmax,
    /// A stable softmax, then −ln p by itself: −ln 0 = ∞ for a small p.
    LogOfProbability,
}

/// What single precision keeps of a number.
fn single(value: f64) -> f64 {
    f64::from(value as f32)
}

impl LossForm {
    /// The mean loss of a batch, and ∂L/∂z by the chain rule through this form.
    pub fn evaluate(self, z: &Array2<f64>, t: &Array1<usize>) -> (f64, Array2<f64>) {
        let p = match self {
            Self::Stable => {
                let loss = CrossEntropy::default();
                return (loss.value(z, t), loss.gradient(z, t));
            }
            Self::NaiveSoftmax => {
                let powers = z.mapv(|z| single(z.exp()));
                let sums = powers.sum_axis(Axis(1)).insert_axis(Axis(1));
                powers / sums
            }
            Self::LogOfProbability => {
                let mut p = z.clone();
                for (mut p, z) in p.rows_mut().into_iter().zip(z.rows()) {
                    p.assign(&softmax(z).mapv(single));
                }
                p
            }
        };
        let n = t.len() as f64;
        let (mut value, mut pull) = (0.0, p.clone());
        for (i, &t) in t.iter().enumerate() {
            let of_class = p[[i, t]];
            value -= of_class.ln() / n;
            // ∂L/∂p = −1/p_t, and ∂p_t/∂z_c = p_t (1[c = t] − p_c).
            let upstream = -1.0 / of_class;
            for c in 0..p.ncols() {
                let one = if c == t { 1.0 } else { 0.0 };
                pull[[i, c]] = upstream * of_class * (one - p[[i, c]]) / n;
            }
        }
        (value, pull)
    }
}
// ANCHOR_END: loss_form

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    const NAIVE: [LossForm; 2] = [LossForm::NaiveSoftmax, LossForm::LogOfProbability];

    #[test]
    fn for_small_logits_all_forms_agree() {
        let (z, t) = (array![[1.0, -2.0, 0.5], [0.0, 3.0, -1.0]], array![2, 0]);
        let (value, pull) = LossForm::Stable.evaluate(&z, &t);
        for form in NAIVE {
            let (other, other_pull) = form.evaluate(&z, &t);
            // A handful of roundings to single precision, 6e-8 each, of numbers of
            // order one.
            assert!((other - value).abs() < 1e-6, "{form:?}: {other}");
            assert!((other_pull - &pull).iter().all(|e| e.abs() < 1e-6));
        }
    }

    #[test]
    fn each_fails_where_it_is_said_to() {
        let loss =
            |form: LossForm, z: f64| form.evaluate(&array![[z, 0.0]], &array![1]).0;
        // The larger logit is the wrong class: the loss is z.
        assert!((loss(LossForm::NaiveSoftmax, 88.0) - 88.0).abs() < 1e-6);
        assert!(loss(LossForm::NaiveSoftmax, 89.0).is_infinite());
        let right = LossForm::NaiveSoftmax.evaluate(&array![[89.0, 0.0]], &array![0]);
        assert!(right.0.is_nan());
        // The smallest numbers have a single digit: e^−103 is rounded by up to a half.
        assert!((loss(LossForm::LogOfProbability, 103.0) - 103.0).abs() < 0.7);
        let (value, pull) =
            LossForm::LogOfProbability.evaluate(&array![[104.0, 0.0]], &array![1]);
        assert!(value.is_infinite() && pull.iter().all(|g| g.is_nan()));
        assert_eq!(loss(LossForm::Stable, 1e6), 1e6);
    }
}
