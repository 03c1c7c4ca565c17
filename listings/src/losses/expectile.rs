//! The expectile loss: a squared error whose two sides have different prices.
//!
//! ℓ(r) = (1 − τ) r² for r ≥ 0, else τ r²;   ℓ′(r) = 2(1 − τ) r above zero, 2τr below,
//! with r = ŷ − y.
//!
//! **Convention.** τ is the price of predicting too little, as in the quantile loss. At
//! τ = ½ this is half the squared error.
//!
//! # Reference
//! W. K. Newey & J. L. Powell, "Asymmetric least squares estimation and testing",
//! *Econometrica* 55 (1987) 819–847, §2.

use super::ResidualLoss;
use crate::error::{ParameterError, open_unit_interval};

// ANCHOR: expectile
/// A tilted squared error, minimized by the τ-expectile of the targets.
///
/// ```
/// use listings::losses::{Expectile, ResidualLoss};
///
/// let expectile = Expectile::new(0.75)?;
/// assert_eq!(expectile.of(-2.0), 3.0); // too little: 3/4 of the square
/// assert_eq!(expectile.of(2.0), 1.0); // too much: 1/4 of it
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expectile {
    tau: f64,
}

impl Expectile {
    /// A loss whose minimizer is the τ-expectile.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 < τ < 1.
    pub fn new(tau: f64) -> Result<Self, ParameterError> {
        Ok(Self { tau: open_unit_interval("tau", tau)? })
    }

    fn price(&self, residual: f64) -> f64 {
        if residual < 0.0 { self.tau } else { 1.0 - self.tau }
    }
}

impl ResidualLoss for Expectile {
    fn of(&self, residual: f64) -> f64 {
        self.price(residual) * residual * residual
    }

    fn slope(&self, residual: f64) -> f64 {
        2.0 * self.price(residual) * residual
    }
}
// ANCHOR_END: expectile
