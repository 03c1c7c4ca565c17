//! Adamax: Adam with a maximum in the place of the root of the mean square.
//!
//! m ← β₁m + (1 − β₁)g,   u ← max(β₂u, |g| + ε),   θ ← θ − η m̂/u, with m̂ of Adam; u needs
//! no correction, because a maximum does not start low.
//!
//! **Convention.** ε is added to |g|, inside the maximum, as in PyTorch; Keras and optax
//! add it to u at the division. The paper has none.
//!
//! # Reference
//! D. P. Kingma & J. Ba, "Adam: a method for stochastic optimization", *ICLR* (2015),
//! algorithm 2.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, positive};
use ndarray::{Array1, Zip};

// ANCHOR: adamax
/// Adam of the infinity norm: no step is longer than the rate, but for the correction.
///
/// ```
/// use listings::optimizers::{Adamax, Optimizer};
/// use ndarray::array;
///
/// let mut theta = array![1.0, 1.0];
/// Adamax::default().step(0.1, &mut theta, &array![1e-3, -1e3]);
/// assert!((theta[0] - 0.9).abs() < 1e-5 && (theta[1] - 1.1).abs() < 1e-5);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Adamax {
    beta1: f64,
    beta2: f64,
    epsilon: f64,
    first_moment: Array1<f64>,
    infinity_norm: Array1<f64>,
    steps: i32,
}

impl Adamax {
    /// Adamax with the decays β₁ of the mean and β₂ of the maximum, and ε beside |g|.
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
}

/// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
impl Default for Adamax {
    fn default() -> Self {
        Self {
            beta1: 0.9,
            beta2: 0.999,
            epsilon: 1e-8,
            first_moment: Array1::zeros(0),
            infinity_norm: Array1::zeros(0),
            steps: 0,
        }
    }
}

impl Optimizer for Adamax {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.steps == 0 {
            self.first_moment = Array1::zeros(theta.len());
            self.infinity_norm = Array1::zeros(theta.len());
        }
        check_length(theta, &self.first_moment, "moments");
        self.steps += 1;
        let Self { beta1, beta2, epsilon, .. } = *self;
        let step = rate / (1.0 - beta1.powi(self.steps));
        Zip::from(theta)
            .and(gradient)
            .and(&mut self.first_moment)
            .and(&mut self.infinity_norm)
            .for_each(|theta, &gradient, m, u| {
                *m = beta1 * *m + (1.0 - beta1) * gradient;
                *u = (beta2 * *u).max(gradient.abs() + epsilon);
                *theta -= step * *m / *u;
            });
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("m", &self.first_moment), ("u", &self.infinity_norm)]
    }
}
// ANCHOR_END: adamax
