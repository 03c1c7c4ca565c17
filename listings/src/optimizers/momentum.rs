//! Momentum: a step along the velocity, which remembers the gradients before.
//!
//! v ← βv + (1 − τ)g (at the first step v ← g),   θ ← θ − ηv; v of the shape of θ.
//!
//! **Convention.** The velocity is a sum of gradients, and the rate multiplies it when it
//! is applied, as in PyTorch's `SGD`, whose dampening τ spares the first step, and in
//! optax. Keras, and Sutskever et al. (2013), put the rate inside, v ← βv − ηg and
//! θ ← θ + v: the same steps while η stays what it is. Where v is a mean of gradients
//! instead, see [`MovingAverage`](super::MovingAverage).
//!
//! # Reference
//! B. T. Polyak, "Some methods of speeding up the convergence of iteration methods",
//! *USSR Computational Mathematics and Mathematical Physics* 4 (1964) 1–17.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{
    ParameterError, half_open_unit_interval, non_negative, unit_interval,
};
use ndarray::{Array1, Zip};
use serde::{Deserialize, Serialize};

// ANCHOR: momentum
/// Momentum, as in PyTorch's `SGD`.
///
/// ```
/// use listings::optimizers::{Momentum, Optimizer};
/// use ndarray::array;
///
/// let mut theta = array![1.0];
/// let mut momentum = Momentum::new(0.5).unwrap();
/// momentum.step(0.1, &mut theta, &array![2.0]); // v = 2
/// momentum.step(0.1, &mut theta, &array![2.0]); // v = 0.5 · 2 + 2 = 3
/// assert_eq!(momentum.velocity(), array![3.0]);
/// assert!((theta[0] - 0.5).abs() < 1e-15);
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Momentum {
    beta: f64,
    dampening: f64,
    l2: f64,
    velocity: Array1<f64>,
}

impl Momentum {
    /// Momentum that keeps the share β of its velocity from step to step.
    ///
    /// # Errors
    /// [`ParameterError`] unless β is in [0, 1).
    pub fn new(beta: f64) -> Result<Self, ParameterError> {
        Ok(Self { beta: half_open_unit_interval("beta", beta)?, ..Self::default() })
    }

    /// Lets only the share 1 − τ of every gradient in, but for the first.
    ///
    /// # Errors
    /// [`ParameterError`] unless τ is in [0, 1].
    pub fn with_dampening(mut self, dampening: f64) -> Result<Self, ParameterError> {
        self.dampening = unit_interval("dampening", dampening)?;
        Ok(self)
    }

    /// Adds λθ to the gradient: the gradient of λ/2 ‖θ‖².
    ///
    /// # Errors
    /// [`ParameterError`] unless λ is in [0, ∞).
    pub fn with_l2(mut self, lambda: f64) -> Result<Self, ParameterError> {
        self.l2 = non_negative("lambda", lambda)?;
        Ok(self)
    }

    /// v, the velocity; empty before the first step.
    pub fn velocity(&self) -> &Array1<f64> {
        &self.velocity
    }
}

/// β = 0.9, no dampening, no L2.
impl Default for Momentum {
    fn default() -> Self {
        Self { beta: 0.9, dampening: 0.0, l2: 0.0, velocity: Array1::zeros(0) }
    }
}

impl Optimizer for Momentum {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        let mut share = 1.0 - self.dampening;
        if self.velocity.is_empty() {
            self.velocity = Array1::zeros(theta.len());
            share = 1.0;
        }
        check_length(theta, &self.velocity, "a velocity");
        let Self { beta, l2, .. } = *self;
        Zip::from(theta).and(gradient).and(&mut self.velocity).for_each(
            |theta, &gradient, velocity| {
                *velocity = beta * *velocity + share * (gradient + l2 * *theta);
                *theta -= rate * *velocity;
            },
        );
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("v", &self.velocity)]
    }
}
// ANCHOR_END: momentum
