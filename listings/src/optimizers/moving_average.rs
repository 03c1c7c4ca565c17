//! Momentum as a moving average: a step along a mean of the gradients.
//!
//! v ← βv + (1 − β)g from v = 0,   θ ← θ − ηv; v of the shape of θ.
//!
//! **Convention.** This v is 1 − β times that of [`Momentum`](super::Momentum): at a
//! constant rate, rate η here walks as rate (1 − β)η there. PyTorch's `dampening` of β is
//! nearly this form, but its first velocity is g, not (1 − β)g.
//! [`Adam`](super::Adam)'s m is this v.
//!
//! # Reference
//! I. Goodfellow, Y. Bengio & A. Courville, *Deep Learning* (2016), section 8.3.2, for
//! momentum; D. P. Kingma & J. Ba, "Adam", *ICLR* (2015), section 3, for the average.

use super::Optimizer;
use super::optimizer::{check_length, check_step};
use crate::error::{ParameterError, half_open_unit_interval};
use ndarray::{Array1, Zip};

// ANCHOR: moving_average
/// A step along the exponential moving average of the gradients.
///
/// ```
/// use listings::optimizers::{MovingAverage, Optimizer};
/// use ndarray::array;
///
/// let mut theta = array![1.0];
/// let mut average = MovingAverage::new(0.5).unwrap();
/// average.step(0.1, &mut theta, &array![2.0]); // v = 0.5 · 2 = 1
/// average.step(0.1, &mut theta, &array![2.0]); // v = 0.5 · 1 + 0.5 · 2 = 1.5
/// assert_eq!(average.velocity(), array![1.5]);
/// assert!((theta[0] - 0.75).abs() < 1e-15);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct MovingAverage {
    beta: f64,
    velocity: Array1<f64>,
}

impl MovingAverage {
    /// A mean in which a gradient weighs β times the one after it.
    ///
    /// # Errors
    /// [`ParameterError`] unless β is in [0, 1).
    pub fn new(beta: f64) -> Result<Self, ParameterError> {
        Ok(Self { beta: half_open_unit_interval("beta", beta)?, ..Self::default() })
    }

    /// v, the mean; empty before the first step.
    pub fn velocity(&self) -> &Array1<f64> {
        &self.velocity
    }
}

/// β = 0.9.
impl Default for MovingAverage {
    fn default() -> Self {
        Self { beta: 0.9, velocity: Array1::zeros(0) }
    }
}

impl Optimizer for MovingAverage {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.velocity.is_empty() {
            self.velocity = Array1::zeros(theta.len());
        }
        check_length(theta, &self.velocity, "a velocity");
        let beta = self.beta;
        Zip::from(theta).and(gradient).and(&mut self.velocity).for_each(
            |theta, &gradient, velocity| {
                *velocity = beta * *velocity + (1.0 - beta) * gradient;
                *theta -= rate * *velocity;
            },
        );
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        vec![("v", &self.velocity)]
    }
}
// ANCHOR_END: moving_average
