//! Variation that has nothing to do with the class: brightness, loudness, the batch.
//!
//! x ← x + Σ_j s f_j v_j,   with factors f_j ~ N(0, 1) drawn for each sample, directions
//! v_j ∈ ℝᵈ of length 1 common to all samples, and the standard deviation s along each.

use super::gaussian;
use crate::error::{ParameterError, non_negative};
use crate::losses::UnitRows;
use ndarray::Array2;
use rand::Rng;

// ANCHOR: nuisance
/// Directions in which samples vary for reasons of their own.
///
/// ```
/// use listings::data::{Nuisance, seeded};
/// use ndarray::Array2;
///
/// let random = &mut seeded(1);
/// let nuisance = Nuisance::new(5, 2, 3.0, random)?;
/// let moved = nuisance.add(&Array2::zeros((100, 5)), random);
/// assert_eq!(moved.dim(), (100, 5));
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Nuisance {
    /// v, of shape (factors, features).
    directions: Array2<f64>,
    deviation: f64,
}

impl Nuisance {
    /// Random directions for `factors` factors, each with this standard deviation.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ deviation < ∞.
    pub fn new(
        features: usize,
        factors: usize,
        deviation: f64,
        random: &mut impl Rng,
    ) -> Result<Self, ParameterError> {
        let deviation = non_negative("deviation", deviation)?;
        let directions = UnitRows::of(&gaussian(factors, features, 1.0, random)).unit;
        Ok(Self { directions, deviation })
    }

    /// The inputs, of shape (n, features), with fresh factors for each.
    ///
    /// # Panics
    /// Panics when the number of features is another than in [`new`](Self::new).
    pub fn add(&self, inputs: &Array2<f64>, random: &mut impl Rng) -> Array2<f64> {
        let (given, expected) = (inputs.ncols(), self.directions.ncols());
        assert_eq!(given, expected, "{given} features, but directions in {expected}");
        let factors =
            gaussian(inputs.nrows(), self.directions.nrows(), self.deviation, random);
        inputs + &factors.dot(&self.directions)
    }
}
// ANCHOR_END: nuisance

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;

    #[test]
    fn the_added_variance_is_that_of_the_factors() {
        let random = &mut seeded(1);
        let nuisance = Nuisance::new(6, 2, 3.0, random).unwrap();
        let moves = nuisance.add(&Array2::zeros((20_000, 6)), random);
        // E‖move‖² is s² a factor: directions have length 1. The square of a normal has
        // the variance 2 s⁴; four standard errors of the mean of 20 000 such, for two
        // factors that are at worst parallel.
        let mean = moves.mapv(|m| m * m).sum() / 20_000.0;
        let error = 4.0 * (2.0_f64 * 2.0 * 4.0 / 20_000.0).sqrt() * 9.0;
        assert!((mean - 18.0).abs() < error, "{mean}");
        // And nothing is added across the two directions: the rank is two.
        let minor = ndarray::array![
            [moves[[0, 0]], moves[[0, 1]], moves[[0, 2]]],
            [moves[[1, 0]], moves[[1, 1]], moves[[1, 2]]],
            [moves[[2, 0]], moves[[2, 1]], moves[[2, 2]]]
        ];
        let cross = |i: usize, j: usize| {
            minor[[1, i]] * minor[[2, j]] - minor[[1, j]] * minor[[2, i]]
        };
        let determinant = minor[[0, 0]] * cross(1, 2) - minor[[0, 1]] * cross(0, 2)
            + minor[[0, 2]] * cross(0, 1);
        assert!(determinant.abs() < 1e-12, "{determinant}");
    }

    #[test]
    fn nothing_is_added_without_deviation() {
        let random = &mut seeded(2);
        let inputs = gaussian(4, 3, 1.0, random);
        let nuisance = Nuisance::new(3, 1, 0.0, random).unwrap();
        assert_eq!(nuisance.add(&inputs, random), inputs);
        let error = Nuisance::new(3, 1, -1.0, random).unwrap_err();
        assert_eq!(error.to_string(), "deviation = -1 is outside [0, ∞)");
    }
}
