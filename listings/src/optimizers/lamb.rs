//! LAMB: Adam's direction, at a length that is a share of the layer's.
//!
//! r = m̂ / (√v̂ + ε) + wθ with the m̂ and v̂ of [`Adam`](super::Adam),
//! θ ← θ − η (‖θ‖ / ‖r‖) r, for one layer; w is the weight decay.
//!
//! Each layer moves by the share η of its own length a step. Where ‖θ‖ or ‖r‖ is 0 the
//! ratio is 1, so that a layer that starts at zero can leave it. A whole network is one
//! [`ParameterGroups`](super::ParameterGroups) with a `Lamb` for each layer.
//!
//! **Convention.** φ(‖θ‖) = ‖θ‖, as in the paper's experiments, Keras and optax. ε is 10⁻⁶
//! as in the paper and optax; Keras has 10⁻⁷. Keras decays beside the ratio, θ(1 − ηw),
//! the paper and optax inside it.
//!
//! # Reference
//! Y. You et al., "Large batch optimization for deep learning: training BERT in 76
//! minutes", *ICLR* (2020), algorithm 2.

use super::norms::norms;
use super::optimizer::{check_length, check_step};
use super::{Adam, Optimizer};
use crate::error::{ParameterError, non_negative};
use ndarray::Array1;

// ANCHOR: lamb
/// LAMB on one layer.
///
/// ```
/// use listings::optimizers::{Lamb, Optimizer};
/// use ndarray::array;
///
/// // ‖θ‖ = 5: a step at the rate 0.1 is 0.5 long, whatever the gradient.
/// let mut theta = array![3.0, 4.0];
/// Lamb::default().step(0.1, &mut theta, &array![1e3, 1e3]);
/// let moved = (theta - array![3.0, 4.0]).mapv(|d| d * d).sum().sqrt();
/// assert!((moved - 0.5).abs() < 1e-12);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Lamb {
    adam: Adam,
    decay: f64,
    /// −r, kept for its memory alone: every step fills it anew.
    backward: Array1<f64>,
}

impl Lamb {
    /// LAMB with Adam's β₁, β₂ and ε.
    ///
    /// # Errors
    /// [`ParameterError`] unless β₁ and β₂ are in [0, 1) and ε in (0, ∞).
    pub fn new(beta1: f64, beta2: f64, epsilon: f64) -> Result<Self, ParameterError> {
        Ok(Self {
            adam: Adam::new(beta1, beta2, epsilon)?,
            decay: 0.0,
            backward: Array1::zeros(0),
        })
    }

    /// Adds wθ to Adam's direction.
    ///
    /// # Errors
    /// [`ParameterError`] unless w is in [0, ∞).
    pub fn with_decay(mut self, decay: f64) -> Result<Self, ParameterError> {
        self.decay = non_negative("decay", decay)?;
        Ok(self)
    }
}

/// β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁶, no decay: the paper's values.
impl Default for Lamb {
    fn default() -> Self {
        Self::new(0.9, 0.999, 1e-6).expect("the paper's values are valid")
    }
}

impl Optimizer for Lamb {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        if self.backward.is_empty() {
            self.backward = Array1::zeros(theta.len());
        }
        check_length(theta, &self.backward, "a direction");
        // Adam's step of rate 1 is its direction, turned around; so it starts at −wθ.
        self.backward.fill(0.0);
        if self.decay > 0.0 {
            self.backward.scaled_add(-self.decay, theta);
        }
        self.adam.step(1.0, &mut self.backward, gradient);
        let (weight, length) = norms(theta, &self.backward);
        let ratio = if weight == 0.0 || length == 0.0 { 1.0 } else { weight / length };
        theta.scaled_add(rate * ratio, &self.backward);
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        self.adam.state()
    }
}
// ANCHOR_END: lamb
