//! BFGS: the inverse of the Hessian as a matrix, learned from the gradients.
//!
//! p = −Bg,   θ ← θ + αp,   and with s = αp, y = gₜ₊₁ − gₜ and ρ = 1/yᵀs
//! B ← (I − ρsyᵀ) B (I − ρysᵀ) + ρssᵀ, the nearest symmetric matrix to B with By = s;
//! B of shape (d, d).
//!
//! **Convention.** B starts as I, and becomes γI, γ = yᵀs/yᵀy, before its first update. A
//! pair with yᵀs ≤ 10⁻¹⁰ is skipped, as in [`Lbfgs`](super::Lbfgs).
//!
//! # Reference
//! C. G. Broyden, R. Fletcher, D. Goldfarb and D. F. Shanno, each in 1970; J. Nocedal &
//! S. Wright, *Numerical Optimization*, 2nd ed. (2006), eq. 6.17, 6.20 and algorithm 6.1.

use super::{Evaluation, LineSearchError, LineStep, StrongWolfe};
use crate::error::{ParameterError, non_negative};
use crate::surfaces::Objective;
use ndarray::{Array1, Array2, Axis};

// ANCHOR: bfgs
/// BFGS with a strong Wolfe search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bfgs {
    search: StrongWolfe,
    tolerance: f64,
    /// B; `None` is I.
    inverse: Option<Array2<f64>>,
}

impl Bfgs {
    /// BFGS that does nothing where the largest |gᵢ| is at most `tolerance`.
    ///
    /// # Errors
    /// [`ParameterError`] unless the tolerance is in [0, ∞).
    pub fn new(search: StrongWolfe, tolerance: f64) -> Result<Self, ParameterError> {
        let tolerance = non_negative("gradient tolerance", tolerance)?;
        Ok(Self { search, tolerance, inverse: None })
    }

    /// Bg: 2d² operations.
    pub fn inverse_times(&self, gradient: &Array1<f64>) -> Array1<f64> {
        match &self.inverse {
            Some(inverse) => inverse.dot(gradient),
            None => gradient.clone(),
        }
    }

    /// Learns from a pair: 6d² operations; false for one that is skipped.
    pub fn remember(&mut self, s: &Array1<f64>, y: &Array1<f64>) -> bool {
        let curvature = y.dot(s);
        // Also false for NaN.
        if !(curvature > 1e-10 && curvature.is_finite()) {
            return false;
        }
        let scaled = || Array2::eye(s.len()) * (curvature / y.dot(y));
        let inverse = self.inverse.get_or_insert_with(scaled);
        // Multiplied out: B − ρ(s(By)ᵀ + (By)sᵀ) + ρ(1 + ρyᵀBy) ssᵀ, row by row.
        let rho = 1.0 / curvature;
        let by = inverse.dot(y);
        let weight = rho * (1.0 + rho * y.dot(&by));
        for (i, mut row) in inverse.axis_iter_mut(Axis(0)).enumerate() {
            row.scaled_add(-rho * s[i], &by);
            row.scaled_add(weight * s[i] - rho * by[i], s);
        }
        true
    }

    /// One step from an evaluation of the objective to another.
    ///
    /// # Errors
    /// [`LineSearchError`], with `here` as it was.
    pub fn advance(
        &mut self,
        objective: &dyn Objective,
        here: &mut Evaluation,
    ) -> Result<LineStep, LineSearchError> {
        if here.steepest() <= self.tolerance && here.value.is_finite() {
            return Ok(LineStep::default());
        }
        let direction = -self.inverse_times(&here.gradient);
        let length = here.gradient.iter().fold(0.0, |sum, slope| sum + slope.abs());
        let first =
            if self.inverse.is_none() { f64::min(1.0, 1.0 / length) } else { 1.0 };
        let found = self.search.search(objective, here, &direction, first)?;
        let y = &found.there.gradient - &here.gradient;
        self.remember(&(direction * found.rate), &y);
        *here = found.there;
        let evaluations = found.trials.len();
        Ok(LineStep { rate: found.rate, evaluations, trials: found.trials })
    }
}
// ANCHOR_END: bfgs
