//! The LINEX loss: linear on one side, exponential on the other.
//!
//! ℓ(r) = (e^(ar) − ar − 1)/a²,   ℓ′(r) = (e^(ar) − 1)/a,   r = ŷ − y, a ≠ 0.
//!
//! **Convention.** Varian and Zellner write b(e^(ar) − ar − 1) with a factor b > 0 of
//! your choice. Here b = 1/a², so that ℓ is r²/2 near zero for every a. With a > 0 too
//! much is the expensive side, with a < 0 too little.
//!
//! **Near zero** e^x − x − 1 loses all digits to cancellation; there the code sums the
//! series r²(1/2! + x/3! + x²/4! + …), x = ar, instead.
//!
//! # References
//! H. R. Varian, "A Bayesian approach to real estate assessment", in S. E. Fienberg &
//! A. Zellner (eds.), *Studies in Bayesian Econometrics and Statistics in Honor of
//! Leonard J. Savage* (1975) 195–208. A. Zellner, "Bayesian estimation and prediction
//! using asymmetric loss functions", *Journal of the American Statistical Association*
//! 81 (1986) 446–451.

use super::ResidualLoss;
use crate::error::ParameterError;

// ANCHOR: linex
/// Nearly linear on the cheap side, exponential on the expensive one.
///
/// ```
/// use listings::losses::{Linex, ResidualLoss};
///
/// let late_is_bad = Linex::new(-1.0)?; // too little is the expensive side
/// assert!((late_is_bad.of(-3.0) - (3f64.exp() - 4.0)).abs() < 1e-13);
/// assert!((late_is_bad.of(3.0) - ((-3f64).exp() + 2.0)).abs() < 1e-13);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linex {
    a: f64,
}

impl Linex {
    /// A loss that is exponential where a·r is positive.
    ///
    /// # Errors
    /// [`ParameterError`] when `a` is zero, infinite or NaN.
    pub fn new(a: f64) -> Result<Self, ParameterError> {
        if a.is_finite() && a != 0.0 {
            Ok(Self { a })
        } else {
            Err(ParameterError { name: "a", value: a, valid: "(-∞, 0) ∪ (0, ∞)" })
        }
    }
}

impl ResidualLoss for Linex {
    fn of(&self, residual: f64) -> f64 {
        let x = self.a * residual;
        if x.abs() < 0.5 {
            // Σₖ xᵏ/(k + 2)! from its end: 1/2 · (1 + x/3 · (1 + x/4 · (1 + …))).
            let series = (3..=16).rev().fold(1.0, |sum, k| 1.0 + x / f64::from(k) * sum);
            0.5 * residual * residual * series
        } else if x == f64::INFINITY {
            f64::INFINITY // e^x − x would be ∞ − ∞
        } else {
            (x.exp_m1() / self.a - residual) / self.a
        }
    }

    fn slope(&self, residual: f64) -> f64 {
        (self.a * residual).exp_m1() / self.a
    }
}
// ANCHOR_END: linex
