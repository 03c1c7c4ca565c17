//! AdamW: Adam with a decay that does not pass through its moments.
//!
//! θ ← (1 − ηλ)θ, then the step of Adam from the gradient at the θ before.
//!
//! **Convention.** The decay is multiplied by the rate, as in PyTorch, Keras and optax.
//! In the paper it is multiplied by the schedule's factor alone (algorithm 2, line 12),
//! so that its λ is ηλ of this code.
//!
//! # Reference
//! I. Loshchilov & F. Hutter, "Decoupled weight decay regularization", *ICLR* (2019),
//! algorithm 2.

use super::optimizer::check_step;
use super::{Adam, Optimizer};
use crate::error::{ParameterError, non_negative};
use ndarray::Array1;

// ANCHOR: adamw
/// Adam beside weight decay λ: every weight shrinks by the same share ηλ a step.
#[derive(Clone, Debug, PartialEq)]
pub struct AdamW {
    adam: Adam,
    decay: f64,
}

impl AdamW {
    /// `adam` with weight decay λ beside it.
    ///
    /// # Errors
    /// [`ParameterError`] unless λ is in [0, ∞).
    pub fn new(adam: Adam, decay: f64) -> Result<Self, ParameterError> {
        Ok(Self { adam, decay: non_negative("decay", decay)? })
    }
}

/// λ = 0.01, as in PyTorch, with the defaults of [`Adam`].
impl Default for AdamW {
    fn default() -> Self {
        Self { adam: Adam::default(), decay: 0.01 }
    }
}

impl Optimizer for AdamW {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        // Before θ moves at all.
        check_step(rate, theta, gradient);
        *theta *= 1.0 - rate * self.decay;
        self.adam.step(rate, theta, gradient);
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        self.adam.state()
    }
}
// ANCHOR_END: adamw
