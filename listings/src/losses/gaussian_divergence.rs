//! The divergence of two normal distributions, in closed form.
//!
//! KL(N(μ, σ²)‖N(m, s²)) = ln(s/σ) + (σ² + (μ − m)²) / (2 s²) − ½.
//!
//! **Convention.** Standard deviations, not variances. A variational autoencoder has
//! m = 0 and s = 1, and adds ½ (μ² + σ² − 1 − ln σ²) for each coordinate of its code.
//!
//! # Reference
//! D. P. Kingma & M. Welling, "Auto-encoding variational Bayes", *ICLR* (2014), appendix
//! B, for m = 0 and s = 1.

use crate::error::{ParameterError, positive};

// ANCHOR: gaussian_divergence
/// A normal distribution on the real line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normal {
    mean: f64,
    deviation: f64,
}

impl Normal {
    /// N(mean, deviation²).
    ///
    /// # Errors
    /// [`ParameterError`] unless the deviation is in (0, ∞).
    pub fn new(mean: f64, deviation: f64) -> Result<Self, ParameterError> {
        Ok(Self { mean, deviation: positive("deviation", deviation)? })
    }

    /// ln of the density at x.
    pub fn log_density(&self, x: f64) -> f64 {
        let standardized = (x - self.mean) / self.deviation;
        -0.5 * (standardized * standardized + std::f64::consts::TAU.ln())
            - self.deviation.ln()
    }

    /// KL(self‖other), the nats that a code for `other` wastes on data from `self`.
    ///
    /// ```
    /// use listings::losses::Normal;
    ///
    /// let code = Normal::new(1.0, 1.0)?;
    /// let prior = Normal::new(0.0, 1.0)?;
    /// assert_eq!(code.divergence_from(&prior), 0.5); // ½ μ²
    /// assert_eq!(prior.divergence_from(&prior), 0.0);
    /// # Ok::<(), listings::ParameterError>(())
    /// ```
    pub fn divergence_from(&self, other: &Self) -> f64 {
        let ratio = self.deviation / other.deviation;
        let shift = (self.mean - other.mean) / other.deviation;
        0.5 * (ratio * ratio + shift * shift - 1.0) - ratio.ln()
    }
}
// ANCHOR_END: gaussian_divergence
