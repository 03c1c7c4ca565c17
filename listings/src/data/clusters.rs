//! Round clouds of points about random centers.
//!
//! μ_c ~ N(0, s² I),   xᵢ ~ N(μ_c, σ² I) for a sample of class c.

use super::{blobs, gaussian};
use ndarray::{Array1, Array2};
use rand::Rng;

// ANCHOR: clusters
/// `per_class` samples of each class about a center of its own, with their classes.
///
/// The centers are drawn from N(0, center_spread² I), the samples of class c from
/// N(μ_c, spread² I). Inputs come in the shape (classes · per_class, dimensions), in
/// the order of their classes. Two centers can fall close to each other: their mean
/// squared distance is 2 · dimensions · center_spread².
///
/// # Panics
/// Panics unless both spreads are in [0, ∞).
///
/// ```
/// use listings::data::{clusters, seeded};
///
/// let (inputs, labels) = clusters(8, 20, 6, 2.0, 1.0, &mut seeded(1));
/// assert_eq!(inputs.dim(), (160, 6));
/// assert_eq!(labels[159], 7);
/// ```
pub fn clusters(
    classes: usize,
    per_class: usize,
    dimensions: usize,
    center_spread: f64,
    spread: f64,
    random: &mut impl Rng,
) -> (Array2<f64>, Array1<usize>) {
    let centers = gaussian(classes, dimensions, center_spread, random);
    blobs(&centers, spread, per_class, random)
}
// ANCHOR_END: clusters

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;

    #[test]
    fn centers_and_samples_have_the_stated_spreads() {
        let (classes, per_class, dimensions) = (2000, 5, 4);
        let (inputs, labels) =
            clusters(classes, per_class, dimensions, 3.0, 0.5, &mut seeded(1));
        // Within a class, Σ (x − x̄)² is σ² χ² with (per_class − 1) degrees a
        // coordinate; a class mean has the variance s² + σ²/per_class.
        let mut within = 0.0;
        let mut between = 0.0;
        for class in 0..classes {
            let rows = class * per_class..(class + 1) * per_class;
            assert!(rows.clone().all(|row| labels[row] == class));
            let samples = inputs.slice(ndarray::s![rows, ..]);
            let mean = samples.mean_axis(ndarray::Axis(0)).unwrap();
            within += (&samples - &mean).mapv(|d| d * d).sum();
            between += mean.mapv(|m| m * m).sum();
        }
        // Four standard errors: a mean of k squares of N(0, v) has the deviation
        // v √(2/k).
        let degrees = (classes * dimensions * (per_class - 1)) as f64;
        let error = within / degrees - 0.25;
        assert!(error.abs() < 4.0 * 0.25 * (2.0 / degrees).sqrt(), "{error}");
        let degrees = (classes * dimensions) as f64;
        let variance = 9.0 + 0.25 / per_class as f64;
        let error = between / degrees - variance;
        assert!(error.abs() < 4.0 * variance * (2.0 / degrees).sqrt(), "{error}");
    }

    #[test]
    fn no_class_gives_empty_data() {
        let (inputs, labels) = clusters(0, 20, 6, 2.0, 1.0, &mut seeded(1));
        assert_eq!((inputs.dim(), labels.len()), ((0, 6), 0));
    }

    #[test]
    fn a_seed_is_a_data_set() {
        let draw = |seed| clusters(3, 2, 2, 2.0, 1.0, &mut seeded(seed)).0;
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    #[should_panic(expected = "standard deviation = -2 is outside [0, ∞)")]
    fn a_negative_spread_of_the_centers_is_refused() {
        clusters(3, 2, 2, -2.0, 1.0, &mut seeded(1));
    }
}
