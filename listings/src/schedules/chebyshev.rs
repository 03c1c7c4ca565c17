//! Chebyshev steps: the schedule that is best for full-batch descent on a quadratic.
//!
//! η_j = 2 / ((L + μ) + (L − μ) cos(π (2j + 1) / 2K)),   j = t mod K, for curvatures from μ
//! to L: the K rates are the reciprocals of the roots of Chebyshev's polynomial T_K, moved
//! from [−1, 1] to [μ, L].
//!
//! Every K steps the error shrinks at least by 1 / T_K((κ + 1)/(κ − 1)), κ = L/μ, which is
//! the best that any K fixed rates can promise.
//!
//! # Reference
//! D. Young, "On Richardson's method for solving linear systems with positive definite
//! matrices", *Journal of Mathematics and Physics* 32 (1953), 243–255.

use super::Schedule;
use crate::error::{ParameterError, at_least_one, positive};
use std::f64::consts::PI;

// ANCHOR: chebyshev
/// K rates between 1/L and 1/μ, from the shortest to the longest, over and over.
///
/// ```
/// use listings::schedules::{Chebyshev, Schedule};
///
/// // One step of a cycle of one: the constant rate that is best for
/// // the slowest direction and the fastest, 2/(μ + L).
/// assert_eq!(Chebyshev::new(1.0, 9.0, 1)?.rate(5), 0.2);
/// // Two steps: θ ← (1 − ηλ)θ for the slowest curvature and for the fastest.
/// let two = Chebyshev::new(1.0, 9.0, 2)?;
/// let left = |curvature: f64| -> f64 {
///     (0..2).map(|step| 1.0 - two.rate(step) * curvature).product()
/// };
/// // 1/T₂(10/8) = 1/(2 · 1.25² − 1) = 8/17, where two constant steps leave 0.8² = 0.64.
/// assert!((left(1.0) - 8.0 / 17.0).abs() < 1e-15);
/// assert!((left(9.0) - 8.0 / 17.0).abs() < 1e-14);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chebyshev {
    least: f64,
    most: f64,
    cycle: usize,
}

impl Chebyshev {
    /// For curvatures from μ to L, in cycles of K steps.
    ///
    /// # Errors
    /// [`ParameterError`] unless μ is in (0, ∞), L in [μ, ∞) and K at least 1.
    pub fn new(least: f64, most: f64, cycle: usize) -> Result<Self, ParameterError> {
        let least = positive("least", least)?;
        if !(most >= least && most.is_finite()) {
            let valid = "[least, ∞)";
            return Err(ParameterError { name: "most", value: most, valid });
        }
        Ok(Self { least, most, cycle: at_least_one("cycle", cycle)? })
    }
}

impl Schedule for Chebyshev {
    fn rate(&self, step: usize) -> f64 {
        let place = (step % self.cycle) as f64;
        let root = (PI * (2.0 * place + 1.0) / (2.0 * self.cycle as f64)).cos();
        2.0 / (self.most + self.least + (self.most - self.least) * root)
    }
}
// ANCHOR_END: chebyshev
