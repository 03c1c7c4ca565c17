//! RAdam: Adam that trusts its denominator only when it has seen enough.
//!
//! ρ∞ = 2/(1 − β₂) − 1,   ρₜ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ): about how many gradients v is a mean
//! of. While ρₜ ≤ 5: θ ← θ − η m̂. After: θ ← θ − η rₜ m̂ √(1 − β₂ᵗ) / (√v + ε), with
//! rₜ² = (ρₜ − 4)(ρₜ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρₜ), which rises from near 0 to 1: a
//! warm-up that is computed.
//!
//! **Convention.** ε is added before the correction, and the threshold is 5, as in
//! PyTorch and optax; the paper's algorithm has 4 and no ε. The first steps are plain
//! momentum, whose length is that of the gradient: with β₂ = 0.999, five of them.
//!
//! # Reference
//! L. Liu et al., "On the variance of the adaptive learning rate and beyond", *ICLR*
//! (2020), algorithm 2.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, positive};
use ndarray::{Array1, Zip};

// ANCHOR: radam
/// Adam with a warm-up from the uncertainty of v.
///
/// ```
/// use listings::optimizers::{Optimizer, RAdam};
/// use ndarray::array;
///
/// // The first step is gradient descent's: its length depends on the gradient.
/// let mut theta = array![1.0, 1.0];
/// RAdam::default().step(0.1, &mut theta, &array![1.0, -10.0]);
/// assert!((theta[0] - 0.9).abs() < 1e-12 && (theta[1] - 2.0).abs() < 1e-12);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RAdam {
    beta1: f64,
    beta2: f64,
    epsilon: f64,
    first_moment: Array1<f64>,
    second_moment: Array1<f64>,
    steps: i32,
}

impl RAdam {
    /// RAdam with the decays β₁ and β₂ of its two means, and ε in the denominator.
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

    /// rₜ, the share of Adam's step that is taken at step t, counted from 1; none while
    /// v is a mean of too few.
    pub fn rectification(&self, step: i32) -> Option<f64> {
        let all = 2.0 / (1.0 - self.beta2) - 1.0;
        let left = self.beta2.powi(step);
        let seen = all - 2.0 * f64::from(step) * left / (1.0 - left);
        let rises = |length: f64| (length - 4.0) * (length - 2.0) / length;
        (seen > 5.0).then(|| (rises(seen) / rises(all)).sqrt())
    }
}

/// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸.
impl Default for RAdam {
    fn default() -> Self {
        Self {
            beta1: 0.9,
            beta2: 0.999,
            epsilon: 1e-8,
            first_moment: Array1::zeros(0),
            second_moment: Array1::zeros(0),
            steps: 0,
        }
    }
}

impl Optimizer for RAdam {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.steps == 0 {
            self.first_moment = Array1::zeros(theta.len());
            self.second_moment = Array1::zeros(theta.len());
        }
        check_length(theta, &self.first_moment, "moments");
        self.steps += 1;
        let rectification = self.rectification(self.steps);
        let Self { beta1, beta2, epsilon, .. } = *self;
        let step = rate / (1.0 - beta1.powi(self.steps));
        let second_scale = (1.0 - beta2.powi(self.steps)).sqrt();
        Zip::from(theta)
            .and(gradient)
            .and(&mut self.first_moment)
            .and(&mut self.second_moment)
            .for_each(|theta, &gradient, m, v| {
                *m = beta1 * *m + (1.0 - beta1) * gradient;
                *v = beta2 * *v + (1.0 - beta2) * gradient * gradient;
                let scale = rectification
                    .map_or(1.0, |r| r * second_scale / (v.sqrt() + epsilon));
                *theta -= step * *m * scale;
            });
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("m", &self.first_moment), ("v", &self.second_moment)]
    }
}
// ANCHOR_END: radam
