//! Nesterov momentum as it is told: look where the velocity leads, then correct.
//!
//! v ← βv + g(θ − ηβv) from v = 0,   θ ← θ − ηv; v of the shape of θ.
//!
//! **Convention.** Equations 3 and 4 of Sutskever et al. with v for their −v/η. Their
//! velocity contains the rate, so that they look at θ + βv; a look-ahead of βv with a
//! velocity that does not contain it is a mistake.
//!
//! # Reference
//! I. Sutskever, J. Martens, G. Dahl & G. Hinton, "On the importance of initialization
//! and momentum in deep learning", *ICML* (2013), equations 3 and 4.

use crate::error::{ParameterError, half_open_unit_interval};
use ndarray::Array1;

// ANCHOR: look_ahead
/// Nesterov momentum with the gradient of another point than θ. Not an
/// [`Optimizer`](super::Optimizer): it asks for the gradient itself.
///
/// ```
/// use listings::optimizers::LookAhead;
/// use ndarray::array;
///
/// // On L = θ²: first from g(1) = 2, then from g(0.8 − 0.1 · 0.5 · 2) = 1.4.
/// let mut theta = array![1.0];
/// let mut look_ahead = LookAhead::new(0.5).unwrap();
/// look_ahead.step(0.1, &mut theta, |theta| 2.0 * theta);
/// assert!((theta[0] - 0.8).abs() < 1e-15);
/// look_ahead.step(0.1, &mut theta, |theta| 2.0 * theta);
/// assert!((theta[0] - (0.8 - 0.1 * (0.5 * 2.0 + 1.4))).abs() < 1e-15);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct LookAhead {
    beta: f64,
    velocity: Array1<f64>,
}

impl LookAhead {
    /// Nesterov momentum that keeps the share β of its velocity from step to step.
    ///
    /// # Errors
    /// [`ParameterError`] unless β is in [0, 1).
    pub fn new(beta: f64) -> Result<Self, ParameterError> {
        let beta = half_open_unit_interval("beta", beta)?;
        Ok(Self { beta, velocity: Array1::zeros(0) })
    }

    /// Where the velocity alone leads from θ: θ − ηβv.
    pub fn ahead(&self, rate: f64, theta: &Array1<f64>) -> Array1<f64> {
        if self.velocity.is_empty() {
            return theta.clone();
        }
        theta - rate * self.beta * &self.velocity
    }

    /// One step of rate η from the gradient ahead.
    ///
    /// # Panics
    /// A gradient, or a θ, of another length than before panics.
    pub fn step(
        &mut self,
        rate: f64,
        theta: &mut Array1<f64>,
        gradient: impl Fn(&Array1<f64>) -> Array1<f64>,
    ) {
        let gradient = gradient(&self.ahead(rate, theta));
        if self.velocity.is_empty() {
            self.velocity = Array1::zeros(theta.len());
        }
        self.velocity = self.beta * &self.velocity + gradient;
        theta.scaled_add(-rate, &self.velocity);
    }
}
// ANCHOR_END: look_ahead
