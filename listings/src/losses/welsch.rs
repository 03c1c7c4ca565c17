//! The Welsch loss: a parabola that levels off, so that an error far out costs no more
//! than one half as far.
//!
//! ℓ(r) = c²/2 (1 − e^(−(r/c)²)),   ℓ′(r) = r e^(−(r/c)²),   r = ŷ − y.
//!
//! **Convention.** r²/2 near zero. The pull is largest at |r| = c/√2 and returns to zero
//! beyond: a *redescending* loss, bounded and not convex.
//!
//! # Reference
//! J. E. Dennis Jr. & R. E. Welsch, "Techniques for nonlinear least squares and robust
//! regression", *Communications in Statistics: Simulation and Computation* 7 (1978)
//! 345–359.

use super::ResidualLoss;
use super::weighted::weighted;
use crate::error::{ParameterError, positive};

// ANCHOR: welsch
/// A capped squared error: r²/2 near zero, c²/2 far from it.
///
/// ```
/// use listings::losses::{ResidualLoss, Welsch};
///
/// let capped = Welsch::new(2.0)?;
/// assert!(capped.of(1e6) == 2.0 && capped.slope(1e6) == 0.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Welsch {
    scale: f64,
}

impl Welsch {
    /// A loss that levels off beyond `scale`, c, in the units of the target.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 < c < ∞.
    pub fn new(scale: f64) -> Result<Self, ParameterError> {
        Ok(Self { scale: positive("scale", scale)? })
    }
}

impl ResidualLoss for Welsch {
    fn of(&self, residual: f64) -> f64 {
        let ratio = residual / self.scale;
        // 1 − e^(−x) by exp_m1, which keeps its digits near zero.
        -0.5 * self.scale * self.scale * (-ratio * ratio).exp_m1()
    }

    fn slope(&self, residual: f64) -> f64 {
        let ratio = residual / self.scale;
        weighted((-ratio * ratio).exp(), residual)
    }
}
// ANCHOR_END: welsch
