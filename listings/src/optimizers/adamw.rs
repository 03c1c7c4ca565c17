//! AdamW: Adam with a decay that does not pass through its moments.
//!
//! θ ← (1 − ηλ)θ, then the step of Adam from the gradient at the θ before. Nothing in it
//! is about Adam, so the decay is written once, around any optimizer.
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
use serde::{Deserialize, Serialize};

// ANCHOR: adamw
/// Any optimizer beside weight decay λ: every weight shrinks by the same share ηλ a step.
///
/// Not around a [`ScheduleFree`](super::ScheduleFree), which makes θ anew from its own z
/// and x: the decay would be lost. Put it inside, around the base.
///
/// ```
/// use listings::optimizers::{AmsGrad, DecoupledDecay, Optimizer};
/// use ndarray::array;
///
/// // Without a gradient only the decay moves: 1 − 0.1 · 0.5 of each weight is left.
/// let mut optimizer = DecoupledDecay::new(AmsGrad::default(), 0.5)?;
/// let mut theta = array![2.0, -4.0];
/// optimizer.step(0.1, &mut theta, &array![0.0, 0.0]);
/// assert_eq!(theta, array![1.9, -3.8]);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct DecoupledDecay<O> {
    optimizer: O,
    decay: f64,
}

/// Adam beside weight decay.
pub type AdamW = DecoupledDecay<Adam>;

impl<O: Optimizer> DecoupledDecay<O> {
    /// `optimizer` with weight decay λ beside it.
    ///
    /// # Errors
    /// [`ParameterError`] unless λ is in [0, ∞).
    pub fn new(optimizer: O, decay: f64) -> Result<Self, ParameterError> {
        Ok(Self { optimizer, decay: non_negative("decay", decay)? })
    }
}

/// λ = 0.01, as in PyTorch, with the defaults of [`Adam`].
impl Default for AdamW {
    fn default() -> Self {
        Self { optimizer: Adam::default(), decay: 0.01 }
    }
}

impl<O: Optimizer> Optimizer for DecoupledDecay<O> {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        // Before θ moves at all.
        check_step(rate, theta, gradient);
        *theta *= 1.0 - rate * self.decay;
        self.optimizer.step(rate, theta, gradient);
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        self.optimizer.state()
    }
}
// ANCHOR_END: adamw
