//! Distillation: a small model learns the probabilities of a large one.
//!
//! ℓ(z, v) = T² KL(softmax(v/T)‖softmax(z/T)),   ∂ℓ/∂z = T (softmax(z/T) − softmax(v/T)),
//! with the logits z of the student and v of the teacher of shape (n, k).
//!
//! **Convention.** The temperature T divides both logits. The factor T² is the one that
//! Hinton et al. recommend, because the gradient of the divergence alone falls as 1/T²;
//! with it the loss can be added to cross-entropy with one weight for all T. Many codes
//! minimize the cross-entropy with the teacher's probabilities instead: the same
//! gradient, another constant.
//!
//! # Reference
//! G. Hinton, O. Vinyals & J. Dean, "Distilling the knowledge in a neural network", 2015,
//! arXiv:1503.02531, §2 and eq. 4.

use super::Loss;
use super::checks::assert_same_shape;
use super::log_sum_exp::{log_softmax, softmax};
use crate::error::{ParameterError, positive};
use ndarray::{Array2, Zip};

// ANCHOR: distillation
/// T² KL(teacher‖student) at temperature T: the mean over the samples.
///
/// # Panics
/// Different shapes panic.
///
/// ```
/// use listings::losses::{Distillation, Loss};
/// use ndarray::array;
///
/// let loss = Distillation::new(2.0)?;
/// let teacher = array![[4.0, 2.0, -1.0]];
/// assert_eq!(loss.value(&teacher, &teacher), 0.0);
/// // Logits that differ by a constant are the same probabilities.
/// assert_eq!(loss.value(&(&teacher + 8.0), &teacher), 0.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distillation {
    temperature: f64,
}

impl Distillation {
    /// Teacher and student at this temperature.
    ///
    /// # Errors
    /// [`ParameterError`] unless T is in (0, ∞).
    pub fn new(temperature: f64) -> Result<Self, ParameterError> {
        Ok(Self { temperature: positive("temperature", temperature)? })
    }
}

impl Loss<Array2<f64>, Array2<f64>> for Distillation {
    fn value(&self, student: &Array2<f64>, teacher: &Array2<f64>) -> f64 {
        assert_same_shape(("student", student), ("teacher", teacher));
        let t = self.temperature;
        let mut sum = 0.0;
        for (student, teacher) in student.rows().into_iter().zip(teacher.rows()) {
            let log_q = log_softmax((&student / t).view());
            let log_p = log_softmax((&teacher / t).view());
            Zip::from(&log_p).and(&log_q).for_each(|&log_p, &log_q| {
                let p = log_p.exp();
                // 0 ln 0 = 0: a class that is impossible for the teacher costs nothing.
                if p != 0.0 {
                    sum += p * (log_p - log_q);
                }
            });
        }
        t * t * sum / student.nrows() as f64
    }

    fn gradient(&self, student: &Array2<f64>, teacher: &Array2<f64>) -> Array2<f64> {
        assert_same_shape(("student", student), ("teacher", teacher));
        let t = self.temperature;
        let mut gradient = Array2::zeros(student.raw_dim());
        for (i, mut row) in gradient.rows_mut().into_iter().enumerate() {
            let q = softmax((&student.row(i) / t).view());
            let p = softmax((&teacher.row(i) / t).view());
            row.assign(&(t * (q - p)));
        }
        gradient / student.nrows() as f64
    }
}
// ANCHOR_END: distillation
