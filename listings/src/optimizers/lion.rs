//! Lion: steps of one size, along the signs of a momentum.
//!
//! c = β₁m + (1 − β₁)g,   θ ← θ − η sign(c),   m ← β₂m + (1 − β₂)g, with sign(0) = 0; m of
//! the shape of θ and at first 0.
//!
//! Two decays: the step sees a mean of about 1/(1 − β₁) = 10 gradients, what is remembered
//! is one of about 1/(1 − β₂) = 100.
//!
//! **Convention.** The decay of the paper, θ ← θ − η(sign(c) + λθ), is beside the step: put
//! [`DecoupledDecay`](super::DecoupledDecay) around it. Keras and optax are the same.
//!
//! # Reference
//! X. Chen et al., "Symbolic discovery of optimization algorithms", *NeurIPS* (2023),
//! algorithm 2.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval};
use ndarray::{Array1, Zip};

// ANCHOR: lion
/// Lion: every coordinate moves by the rate, one way or the other.
///
/// ```
/// use listings::optimizers::{Lion, Optimizer};
/// use ndarray::array;
///
/// let mut theta = array![1.0, 1.0, 1.0];
/// Lion::default().step(0.5, &mut theta, &array![1e-9, -1e9, 0.0]);
/// assert_eq!(theta, array![0.5, 1.5, 1.0]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Lion {
    beta1: f64,
    beta2: f64,
    momentum: Array1<f64>,
}

impl Lion {
    /// Lion with β₁ for the step and β₂ for what is remembered.
    ///
    /// # Errors
    /// [`ParameterError`] unless β₁ and β₂ are in [0, 1).
    pub fn new(beta1: f64, beta2: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            beta1: half_open_unit_interval("beta1", beta1)?,
            beta2: half_open_unit_interval("beta2", beta2)?,
            ..Self::default()
        })
    }
}

/// β₁ = 0.9, β₂ = 0.99: what the paper's search found.
impl Default for Lion {
    fn default() -> Self {
        Self { beta1: 0.9, beta2: 0.99, momentum: Array1::zeros(0) }
    }
}

impl Optimizer for Lion {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.momentum.is_empty() {
            self.momentum = Array1::zeros(theta.len());
        }
        check_length(theta, &self.momentum, "a momentum");
        let Self { beta1, beta2, .. } = *self;
        Zip::from(theta).and(gradient).and(&mut self.momentum).for_each(
            |theta, &gradient, m| {
                *theta -= rate * sign(beta1 * *m + (1.0 - beta1) * gradient);
                *m = beta2 * *m + (1.0 - beta2) * gradient;
            },
        );
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("m", &self.momentum)]
    }
}

/// −1, 0 or 1; `signum` says 1 for zero. What is not finite has none, and gives NaN.
pub(super) fn sign(x: f64) -> f64 {
    if x == 0.0 {
        0.0
    } else if x.is_finite() {
        x.signum()
    } else {
        f64::NAN
    }
}
// ANCHOR_END: lion
