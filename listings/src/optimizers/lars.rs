//! LARS: layer-wise adaptive rate scaling, the rule of one layer.
//!
//! λ = τ ‖θ‖ / (‖g‖ + w ‖θ‖),   v ← βv + ηλ(g + wθ),   θ ← θ − v, with the trust
//! coefficient τ and the weight decay w; θ, g and v are those of one layer.
//!
//! So a layer moves by about ητ/(1 − β) of its own length a step, whatever the length of
//! its gradient. Where ‖θ‖ or ‖g‖ is 0, λ is 1. A whole network is one
//! [`ParameterGroups`](super::ParameterGroups) with a `Lars` for each layer.
//!
//! **Convention.** The rate is inside the velocity, as in the paper and in optax. optax
//! takes the norm of g + wθ in the denominator, the paper the sum of norms; they are equal
//! where w = 0. Implementations leave biases out of λ and w: give them another optimizer.
//!
//! # Reference
//! Y. You, I. Gitman & B. Ginsburg, "Large batch training of convolutional networks"
//! (2017), equations 5 and 6, algorithm 1.

use super::Optimizer;
use super::norms::norms;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval, non_negative, positive};
use ndarray::{Array1, Zip};

// ANCHOR: lars
/// LARS on one layer.
///
/// ```
/// use listings::optimizers::{Lars, Optimizer};
/// use ndarray::array;
///
/// // ‖θ‖ = 5 and ‖g‖ = 500: the step is τ ‖θ‖ η = 0.01 · 5 · 1 long, along g.
/// let mut theta = array![3.0, 4.0];
/// let mut lars = Lars::new(0.9, 0.01)?;
/// lars.step(1.0, &mut theta, &array![300.0, -400.0]);
/// assert!((theta[0] - 2.97).abs() < 1e-12 && (theta[1] - 4.04).abs() < 1e-12);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Lars {
    beta: f64,
    trust: f64,
    decay: f64,
    velocity: Array1<f64>,
}

impl Lars {
    /// LARS with the momentum β and the trust coefficient τ.
    ///
    /// # Errors
    /// [`ParameterError`] unless β is in [0, 1) and τ in (0, ∞).
    pub fn new(beta: f64, trust: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            beta: half_open_unit_interval("beta", beta)?,
            trust: positive("trust", trust)?,
            ..Self::default()
        })
    }

    /// Adds wθ to the gradient, and its length to the denominator.
    ///
    /// # Errors
    /// [`ParameterError`] unless w is in [0, ∞).
    pub fn with_decay(mut self, decay: f64) -> Result<Self, ParameterError> {
        self.decay = non_negative("decay", decay)?;
        Ok(self)
    }

    /// λ, the layer's own rate.
    ///
    /// # Panics
    /// Panics when the gradient is not as long as θ.
    pub fn local_rate(&self, theta: &Array1<f64>, gradient: &Array1<f64>) -> f64 {
        check_length(theta, gradient, "a gradient");
        let (weight, slope) = norms(theta, gradient);
        if weight == 0.0 || slope == 0.0 {
            return 1.0;
        }
        self.trust * weight / (slope + self.decay * weight)
    }
}

/// β = 0.9, τ = 0.001, no decay: the paper's momentum and coefficient.
impl Default for Lars {
    fn default() -> Self {
        Self { beta: 0.9, trust: 0.001, decay: 0.0, velocity: Array1::zeros(0) }
    }
}

impl Optimizer for Lars {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.velocity.is_empty() {
            self.velocity = Array1::zeros(theta.len());
        }
        check_length(theta, &self.velocity, "a velocity");
        let scale = rate * self.local_rate(theta, gradient);
        let Self { beta, decay, .. } = *self;
        Zip::from(theta).and(gradient).and(&mut self.velocity).for_each(
            |theta, &gradient, velocity| {
                *velocity = beta * *velocity + scale * (gradient + decay * *theta);
                *theta -= *velocity;
            },
        );
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("v", &self.velocity)]
    }
}
// ANCHOR_END: lars

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    #[should_panic(expected = "8 parameters, but a gradient of 4")]
    fn a_local_rate_of_another_layers_gradient_is_refused() {
        Lars::default().local_rate(&Array1::ones(8), &array![1.0, 2.0, 3.0, 4.0]);
    }
}
