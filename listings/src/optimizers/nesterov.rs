//! Nesterov momentum: momentum that has looked ahead.
//!
//! v ← βv + g from v = 0,   θ ← θ − η(g + βv); v of the shape of θ, g at θ.
//!
//! **Convention.** The form of the frameworks (PyTorch, Keras, optax), which needs the
//! gradient at the current point only. This θ is the point ahead of the textbook's:
//! θ here is θ − ηβv there; see [`LookAhead`](super::LookAhead).
//!
//! # Reference
//! Y. Nesterov, "A method of solving a convex programming problem with convergence rate
//! O(1/k²)", *Soviet Mathematics Doklady* 27 (1983) 372–376; I. Sutskever, J. Martens,
//! G. Dahl & G. Hinton, "On the importance of initialization and momentum in deep
//! learning", *ICML* (2013), equations 3 and 4; Y. Bengio, N. Boulanger-Lewandowski &
//! R. Pascanu, "Advances in optimizing recurrent networks", *ICASSP* (2013), section 3.5,
//! for this form.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, non_negative};
use ndarray::{Array1, Zip};
use serde::{Deserialize, Serialize};

// ANCHOR: nesterov
/// Nesterov momentum in the form of the frameworks.
///
/// ```
/// use listings::optimizers::{Nesterov, Optimizer};
/// use ndarray::array;
///
/// let mut theta = array![1.0];
/// let mut nesterov = Nesterov::new(0.5).unwrap();
/// nesterov.step(0.1, &mut theta, &array![2.0]); // v = 2, a step along 2 + 0.5 · 2
/// assert!((theta[0] - 0.7).abs() < 1e-15);
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Nesterov {
    beta: f64,
    l2: f64,
    velocity: Array1<f64>,
}

impl Nesterov {
    /// Nesterov momentum that keeps the share β of its velocity from step to step.
    ///
    /// # Errors
    /// [`ParameterError`] unless β is in [0, 1).
    pub fn new(beta: f64) -> Result<Self, ParameterError> {
        Ok(Self { beta: half_open_unit_interval("beta", beta)?, ..Self::default() })
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

/// β = 0.9, no L2.
impl Default for Nesterov {
    fn default() -> Self {
        Self { beta: 0.9, l2: 0.0, velocity: Array1::zeros(0) }
    }
}

impl Optimizer for Nesterov {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.velocity.is_empty() {
            self.velocity = Array1::zeros(theta.len());
        }
        check_length(theta, &self.velocity, "a velocity");
        let Self { beta, l2, .. } = *self;
        Zip::from(theta).and(gradient).and(&mut self.velocity).for_each(
            |theta, &gradient, velocity| {
                let gradient = gradient + l2 * *theta;
                *velocity = beta * *velocity + gradient;
                *theta -= rate * (gradient + beta * *velocity);
            },
        );
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("v", &self.velocity)]
    }
}
// ANCHOR_END: nesterov
