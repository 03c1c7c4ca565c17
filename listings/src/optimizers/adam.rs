//! Adam.
//!
//! m ← β₁m + (1 − β₁)g,   v ← β₂v + (1 − β₂)g²,   θ ← θ − η m̂ / (√v̂ + ε), with
//! m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ) after t steps; all of the shape of θ.
//!
//! **Convention.** ε is added to the root, after the correction, as in the paper's
//! algorithm 1, PyTorch and optax. Keras adds it before the correction (the paper's
//! "ε̂"). With an L2 term λ the gradient is g + λθ, as PyTorch's `Adam` with
//! `weight_decay`; see [`AdamW`](super::AdamW) for the decay that bypasses m and v.
//!
//! # Reference
//! D. P. Kingma & J. Ba, "Adam: a method for stochastic optimization", *ICLR* (2015),
//! algorithm 1.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, non_negative, positive};
use ndarray::{Array1, Zip};
use serde::{Deserialize, Serialize};

// ANCHOR: adam
/// Adam: steps of the size of the rate, along a running mean of the gradient.
///
/// ```
/// use listings::optimizers::{Adam, Optimizer};
/// use ndarray::array;
///
/// // The first step has the size η in every coordinate, however large the gradient.
/// let mut theta = array![1.0, 1.0];
/// Adam::default().step(0.1, &mut theta, &array![1e-3, -1e3]);
/// assert!((theta[0] - 0.9).abs() < 1e-5 && (theta[1] - 1.1).abs() < 1e-5);
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Adam {
    beta1: f64,
    beta2: f64,
    epsilon: f64,
    l2: f64,
    first_moment: Array1<f64>,
    second_moment: Array1<f64>,
    steps: i32,
}

impl Adam {
    /// Adam with the decays β₁ and β₂ of its two means, and ε in the denominator.
    ///
    /// # Errors
    /// [`ParameterError`] unless β₁ and β₂ are in [0, 1) and ε in (0, ∞).
    pub fn new(beta1: f64, beta2: f64, epsilon: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            beta1: half_open_unit_interval("beta1", beta1)?,
            beta2: half_open_unit_interval("beta2", beta2)?,
            epsilon: positive("epsilon", epsilon)?,
            ..Self::default()
        })
    }

    /// Adds λθ to the gradient: the gradient of λ/2 ‖θ‖².
    ///
    /// # Errors
    /// [`ParameterError`] unless λ is in [0, ∞).
    pub fn with_l2(mut self, lambda: f64) -> Result<Self, ParameterError> {
        self.l2 = non_negative("lambda", lambda)?;
        Ok(self)
    }

    /// m, the running mean of the gradient, before its correction; empty at the start.
    pub fn first_moment(&self) -> &Array1<f64> {
        &self.first_moment
    }

    /// v, the running mean of its square, before its correction; empty at the start.
    pub fn second_moment(&self) -> &Array1<f64> {
        &self.second_moment
    }
}

/// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸: the paper's values.
impl Default for Adam {
    fn default() -> Self {
        Self {
            beta1: 0.9,
            beta2: 0.999,
            epsilon: 1e-8,
            l2: 0.0,
            first_moment: Array1::zeros(0),
            second_moment: Array1::zeros(0),
            steps: 0,
        }
    }
}

impl Optimizer for Adam {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.steps == 0 {
            self.first_moment = Array1::zeros(theta.len());
            self.second_moment = Array1::zeros(theta.len());
        }
        check_length(theta, &self.first_moment, "moments");
        self.steps += 1;
        let Self { beta1, beta2, epsilon, l2, .. } = *self;
        let step = rate / (1.0 - beta1.powi(self.steps));
        // One division for all parameters, not one for each.
        let second_scale = (1.0 - beta2.powi(self.steps)).sqrt().recip();
        Zip::from(theta)
            .and(gradient)
            .and(&mut self.first_moment)
            .and(&mut self.second_moment)
            .for_each(|theta, &gradient, m, v| {
                let gradient = gradient + l2 * *theta;
                *m = beta1 * *m + (1.0 - beta1) * gradient;
                *v = beta2 * *v + (1.0 - beta2) * gradient * gradient;
                *theta -= step * *m / (v.sqrt() * second_scale + epsilon);
            });
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("m", &self.first_moment), ("v", &self.second_moment)]
    }
}
// ANCHOR_END: adam
