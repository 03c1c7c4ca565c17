//! The quantile loss, also called pinball loss.
//!
//! ℓ(r) = (1 − τ) r for r ≥ 0, else −τ r;   ℓ′(r) = 1 − τ above zero, −τ below,
//! with r = ŷ − y.
//!
//! **Convention.** Many texts write it for y − ŷ: max(τ(y − ŷ), (τ − 1)(y − ŷ)). It is
//! the same function. At r = 0 this code takes the subgradient 0. τ = ½ is half the
//! absolute error.
//!
//! # Reference
//! R. Koenker & G. Bassett, "Regression quantiles", *Econometrica* 46 (1978) 33–50, §1.

use super::ResidualLoss;
use crate::error::{ParameterError, open_unit_interval};

// ANCHOR: quantile
/// A tilted absolute error, minimized by the τ-quantile of the targets.
///
/// ```
/// use listings::losses::{Quantile, ResidualLoss};
///
/// let ninety = Quantile::new(0.9)?;
/// assert_eq!(ninety.of(-1.0), 0.9); // one unit too low costs nine times ...
/// assert!((ninety.of(1.0) - 0.1).abs() < 1e-15); // ... what one unit too high does
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantile {
    tau: f64,
}

impl Quantile {
    /// A loss whose minimizer is the τ-quantile.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 < τ < 1.
    pub fn new(tau: f64) -> Result<Self, ParameterError> {
        Ok(Self { tau: open_unit_interval("tau", tau)? })
    }
}

impl ResidualLoss for Quantile {
    fn of(&self, residual: f64) -> f64 {
        if residual < 0.0 { -self.tau * residual } else { (1.0 - self.tau) * residual }
    }

    fn slope(&self, residual: f64) -> f64 {
        if residual < 0.0 {
            -self.tau
        } else if residual > 0.0 {
            1.0 - self.tau
        } else {
            0.0 * residual // 0 at the kink; a missing value shows
        }
    }
}
// ANCHOR_END: quantile
