//! The Huber loss.
//!
//! ℓ(r) = r²/2 for |r| ≤ δ, else δ(|r| − δ/2);   ℓ′(r) = r clipped to [−δ, δ],
//! with r = ŷ − y.
//!
//! **Convention.** The form with ½, as in Huber's paper, PyTorch's `HuberLoss`, Keras
//! and optax. PyTorch's `SmoothL1Loss` with β = δ is this loss divided by δ: the two
//! agree only at δ = 1. Without the ½ (Hastie, Tibshirani & Friedman, *The Elements of
//! Statistical Learning*, eq. 10.23) everything doubles.
//!
//! # Reference
//! P. J. Huber, "Robust estimation of a location parameter", *Annals of Mathematical
//! Statistics* 35 (1964) 73–101, §4.

use super::ResidualLoss;
use crate::error::{ParameterError, positive};

// ANCHOR: huber
/// ℓ(r) = r²/2 up to the threshold δ, and a straight line of slope ±δ beyond it.
///
/// ```
/// use listings::losses::{Huber, Loss};
/// use ndarray::array;
///
/// let prediction = array![1.0, -2.0, 2.0, -3.0, -20.0];
/// let target = array![0.0, 0.0, 0.0, 0.0, 0.0];
/// // δ = 1: (0.5 + 1.5 + 1.5 + 2.5 + 19.5) / 5
/// assert_eq!(Huber::new(1.0)?.value(&prediction, &target), 5.1);
/// // δ = 5: (0.5 + 2.0 + 2.0 + 4.5 + 87.5) / 5
/// assert_eq!(Huber::new(5.0)?.value(&prediction, &target), 19.3);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Huber {
    delta: f64,
}

impl Huber {
    /// A Huber loss with threshold δ, in the units of the target.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 < δ < ∞.
    pub fn new(delta: f64) -> Result<Self, ParameterError> {
        Ok(Self { delta: positive("delta", delta)? })
    }
}

impl ResidualLoss for Huber {
    fn of(&self, residual: f64) -> f64 {
        let size = residual.abs();
        if size <= self.delta {
            0.5 * size * size
        } else {
            self.delta * (size - 0.5 * self.delta)
        }
    }

    fn slope(&self, residual: f64) -> f64 {
        residual.clamp(-self.delta, self.delta)
    }
}
// ANCHOR_END: huber

/// δ = 1, the default of PyTorch, Keras and optax.
impl Default for Huber {
    fn default() -> Self {
        Self { delta: 1.0 }
    }
}
