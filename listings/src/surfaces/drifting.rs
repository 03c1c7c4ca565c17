//! A minimum that moves: a problem that is another one tomorrow.
//!
//! Lₜ(θ) = ½ Σᵢ λᵢ (θᵢ − cᵢ(t))²,   c(t) = R (cos(2πt/P), sin(2πt/P)) after t steps.

use super::Quadratic;
use crate::error::{ParameterError, non_negative, positive};
use ndarray::array;
use std::f64::consts::TAU;

// ANCHOR: drifting
/// A quadratic whose minimum goes around a circle of radius R once in P steps.
///
/// ```
/// use listings::surfaces::{Drifting, Surface};
///
/// let drifting = Drifting::new([1.0, 10.0], 2.0, 400.0).unwrap();
/// let quarter = &drifting.at(100).minima()[0];
/// assert!(quarter[0].abs() < 1e-15 && quarter[1] == 2.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drifting {
    curvatures: [f64; 2],
    radius: f64,
    period: f64,
}

impl Drifting {
    /// Curvatures λ, the radius R, and the period P in steps.
    ///
    /// # Errors
    /// [`ParameterError`] unless λ and P are in (0, ∞) and R in [0, ∞).
    pub fn new(
        curvatures: [f64; 2],
        radius: f64,
        period: f64,
    ) -> Result<Self, ParameterError> {
        for curvature in curvatures {
            positive("curvature", curvature)?;
        }
        Ok(Self {
            curvatures,
            radius: non_negative("radius", radius)?,
            period: positive("period", period)?,
        })
    }

    /// The quadratic of step t.
    pub fn at(&self, step: usize) -> Quadratic {
        let angle = TAU * step as f64 / self.period;
        let center = array![self.radius * angle.cos(), self.radius * angle.sin()];
        let [first, second] = self.curvatures;
        Quadratic::new(array![first, second])
            .expect("the curvatures were checked")
            .around(center)
    }
}
// ANCHOR_END: drifting

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_is_named() {
        let error = |curvature, radius, period| {
            Drifting::new([1.0, curvature], radius, period).unwrap_err().to_string()
        };
        assert_eq!(error(0.0, 1.0, 9.0), "curvature = 0 is outside (0, ∞)");
        assert_eq!(error(1.0, -1.0, 9.0), "radius = -1 is outside [0, ∞)");
        assert_eq!(error(1.0, 1.0, 0.0), "period = 0 is outside (0, ∞)");
    }
}
