//! A loss and a regularizer together, and two ways down.
//!
//! F(θ) = L(f(θ, X), y) + R(θ).
//!
//! Subgradient: θ ← θ − η (∂L/∂θ + ∂R/∂θ).   Proximal: θ ← prox_{ηR}(θ − η ∂L/∂θ).
//!
//! # Reference
//! I. Daubechies, M. Defrise & C. De Mol, "An iterative thresholding algorithm for linear
//! inverse problems with a sparsity constraint", *Communications on Pure and Applied
//! Mathematics* 57 (2004) 1413–1457. A. Beck & M. Teboulle, "A fast iterative
//! shrinkage-thresholding algorithm for linear inverse problems", *SIAM Journal on
//! Imaging Sciences* 2 (2009) 183–202, eq. 1.4 (ISTA).

use super::{OnWeights, Regularizer};
use crate::losses::Loss;
use crate::models::Model;
use crate::training::TrainingError;
use ndarray::{Array1, Array2};

// ANCHOR: penalized_loss
/// F(θ) = L(f(θ, X), y) + R(θ).
pub struct PenalizedLoss<'a, R> {
    /// f.
    pub model: &'a dyn Model,
    /// L, a mean over the samples.
    pub loss: &'a dyn Loss,
    /// X of shape (n, k).
    pub inputs: &'a Array2<f64>,
    /// y of shape (n).
    pub target: &'a Array1<f64>,
    /// R.
    pub penalty: OnWeights<R>,
}

impl<R: Regularizer> PenalizedLoss<'_, R> {
    /// F(θ).
    pub fn value(&self, theta: &Array1<f64>) -> f64 {
        let prediction = self.model.predict(theta, self.inputs);
        self.loss.value(&prediction, self.target) + self.penalty.value(theta)
    }

    /// ∂L/∂θ, the gradient without the regularizer's.
    pub fn loss_gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let prediction = self.model.predict(theta, self.inputs);
        let output_gradient = self.loss.gradient(&prediction, self.target);
        self.model.backward(theta, self.inputs, &output_gradient)
    }
}
// ANCHOR_END: penalized_loss

// ANCHOR: descents
/// Steps against the subgradient of the whole: θ₀, θ₁, …, one row a step.
///
/// # Errors
/// [`TrainingError`] at the first step where F or θ is not finite.
pub fn subgradient_descent<R: Regularizer>(
    objective: &PenalizedLoss<R>,
    start: Array1<f64>,
    rate: f64,
    steps: usize,
) -> Result<Vec<Array1<f64>>, TrainingError> {
    descend(objective, start, steps, |theta| {
        let of_price = objective.penalty.gradient(theta);
        theta - &((objective.loss_gradient(theta) + of_price) * rate)
    })
}

/// A step against the gradient of the loss, then the proximal operator of the
/// regularizer (ISTA): θ₀, θ₁, …, one row a step.
///
/// # Errors
/// [`TrainingError`] at the first step where F or θ is not finite.
pub fn proximal_gradient<R: Regularizer>(
    objective: &PenalizedLoss<R>,
    start: Array1<f64>,
    rate: f64,
    steps: usize,
) -> Result<Vec<Array1<f64>>, TrainingError> {
    descend(objective, start, steps, |theta| {
        let moved = theta - &(objective.loss_gradient(theta) * rate);
        objective.penalty.proximal(&moved, rate)
    })
}

fn descend<R: Regularizer>(
    objective: &PenalizedLoss<R>,
    start: Array1<f64>,
    steps: usize,
    next: impl Fn(&Array1<f64>) -> Array1<f64>,
) -> Result<Vec<Array1<f64>>, TrainingError> {
    let mut path = vec![start];
    for step in 0..=steps {
        let theta = &path[step];
        let loss = objective.value(theta);
        if !loss.is_finite() || !theta.iter().all(|entry| entry.is_finite()) {
            let last_finite = path[step.saturating_sub(1)].clone();
            return Err(TrainingError { step, loss, last_finite });
        }
        if step < steps {
            path.push(next(theta));
        }
    }
    Ok(path)
}
// ANCHOR_END: descents
