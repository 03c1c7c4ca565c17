//! Mean or sum over the samples.
//!
//! With the sum, the gradient is n times that of the mean: a rate that worked for the
//! mean is n times too large, and changes its meaning whenever the batch size does.

use super::Loss;
use ndarray::Array1;

// ANCHOR: reduction
/// How the losses of the samples become one number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Reduction {
    /// 1/n Σ ℓᵢ, what every loss of this book returns.
    #[default]
    Mean,
    /// Σ ℓᵢ.
    Sum,
}

/// A loss under a [`Reduction`] of your choice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reduced<L> {
    /// The loss, whose own value is a mean.
    pub loss: L,
    /// Mean or sum.
    pub reduction: Reduction,
}

impl<L: Loss> Loss for Reduced<L> {
    fn value(&self, prediction: &Array1<f64>, target: &Array1<f64>) -> f64 {
        match self.reduction {
            Reduction::Mean => self.loss.value(prediction, target),
            Reduction::Sum if prediction.is_empty() && target.is_empty() => 0.0,
            Reduction::Sum => {
                prediction.len() as f64 * self.loss.value(prediction, target)
            }
        }
    }

    fn gradient(&self, prediction: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
        let gradient = self.loss.gradient(prediction, target);
        match self.reduction {
            Reduction::Mean => gradient,
            Reduction::Sum => gradient * prediction.len() as f64,
        }
    }
}
// ANCHOR_END: reduction
