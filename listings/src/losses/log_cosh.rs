//! The log-cosh loss.
//!
//! ℓ(r) = ln cosh r = |r| + ln(1 + e^(−2|r|)) − ln 2,   ℓ′(r) = tanh r,   r = ŷ − y.
//!
//! **Convention.** `cosh(711)` is beyond the largest double; the second form never
//! overflows. Near zero it loses its digits, and ½ ln(1 + sinh² r) keeps them. Keras's `LogCosh` uses the same function.
//!
//! # Reference
//! P. J. Green, "Bayesian reconstructions from emission tomography data using a
//! modified EM algorithm", *IEEE Transactions on Medical Imaging* 9 (1990) 84–93, where
//! ln cosh is the potential of a smoothing prior.

use super::ResidualLoss;
use std::f64::consts::LN_2;

// ANCHOR: log_cosh
/// ℓ(r) = ln cosh r: r²/2 near zero, |r| − ln 2 far from it, and smooth in between.
///
/// ```
/// use listings::losses::{LogCosh, ResidualLoss};
///
/// assert!(711f64.cosh().is_infinite());
/// assert_eq!(LogCosh.of(711.0), 711.0 - std::f64::consts::LN_2);
/// // r²/2, with all its digits.
/// assert!((LogCosh.of(1e-9) / 0.5e-18 - 1.0).abs() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LogCosh;

impl ResidualLoss for LogCosh {
    fn of(&self, residual: f64) -> f64 {
        let size = residual.abs();
        if size < 1.0 {
            // cosh² r = 1 + sinh² r. The other form would subtract ln 2 from nearly ln 2.
            0.5 * residual.sinh().powi(2).ln_1p()
        } else {
            size + (-2.0 * size).exp().ln_1p() - LN_2
        }
    }

    fn slope(&self, residual: f64) -> f64 {
        residual.tanh()
    }
}
// ANCHOR_END: log_cosh
