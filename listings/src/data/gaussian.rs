//! Independent normal numbers in an array.
//!
//! Eᵢⱼ ~ N(0, σ²).

use crate::error::non_negative;
use ndarray::Array2;
use rand::Rng;
use rand_distr::{Distribution, StandardNormal};

// ANCHOR: gaussian
/// An array of shape (rows, columns) of independent draws from N(0, deviation²), drawn
/// row by row.
///
/// # Panics
/// Panics unless 0 ≤ deviation < ∞.
///
/// ```
/// use listings::data::{gaussian, seeded};
///
/// let noise = gaussian(3, 2, 0.5, &mut seeded(1));
/// assert_eq!(noise.dim(), (3, 2));
/// ```
pub fn gaussian(
    rows: usize,
    columns: usize,
    deviation: f64,
    random: &mut impl Rng,
) -> Array2<f64> {
    non_negative("standard deviation", deviation).unwrap_or_else(|e| panic!("{e}"));
    Array2::from_shape_simple_fn((rows, columns), || {
        let normal: f64 = StandardNormal.sample(random);
        deviation * normal
    })
}
// ANCHOR_END: gaussian

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use ndarray::Array1;

    #[test]
    fn mean_and_covariance_are_those_of_independent_normals() {
        let (n, deviation) = (200_000, 0.5);
        let noise = gaussian(n, 2, deviation, &mut seeded(1));
        let mean = noise.sum_axis(ndarray::Axis(0)) / n as f64;
        let covariance = noise.t().dot(&noise) / n as f64;
        // Four standard errors each: σ/√n for a mean, σ²√(2/n) for a variance, σ²/√n
        // for a covariance.
        let root = (n as f64).sqrt();
        assert!(mean.iter().all(|m| m.abs() < 4.0 * deviation / root), "{mean}");
        for column in 0..2 {
            let error = covariance[[column, column]] - 0.25;
            assert!(error.abs() < 4.0 * 0.25 * 2f64.sqrt() / root, "{covariance}");
        }
        assert!(covariance[[0, 1]].abs() < 4.0 * 0.25 / root, "{covariance}");
    }

    #[test]
    fn rows_come_one_after_another_so_more_rows_keep_the_first_ones() {
        let few = gaussian(2, 3, 1.0, &mut seeded(3));
        let many = gaussian(5, 3, 1.0, &mut seeded(3));
        assert_eq!(few, many.slice(ndarray::s![..2, ..]));
    }

    #[test]
    fn nothing_and_no_noise() {
        assert_eq!(gaussian(0, 3, 1.0, &mut seeded(1)).dim(), (0, 3));
        let flat = gaussian(4, 1, 0.0, &mut seeded(1));
        assert_eq!(flat.column(0), Array1::<f64>::zeros(4));
    }

    #[test]
    #[should_panic(expected = "standard deviation = -1 is outside [0, ∞)")]
    fn a_negative_deviation_is_refused() {
        gaussian(1, 1, -1.0, &mut seeded(1));
    }

    #[test]
    #[should_panic(expected = "standard deviation = NaN")]
    fn a_deviation_that_is_no_number_is_refused() {
        gaussian(1, 1, f64::NAN, &mut seeded(1));
    }
}
