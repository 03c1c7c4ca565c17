//! Round clouds of points, one a class.
//!
//! xᵢ ~ N(μ_c, σ² I) for a sample of class c.

use super::gaussian;
use ndarray::{Array1, Array2, Axis};
use rand::Rng;

// ANCHOR: blobs
/// `per_class` samples N(centers.row(c), spread² I) for each class c, with their
/// classes.
///
/// `centers` has the shape (classes, dimensions); inputs come in the shape
/// (classes · per_class, dimensions), in the order of their classes.
///
/// # Panics
/// Panics unless 0 ≤ spread < ∞.
///
/// ```
/// use listings::data::{blobs, seeded};
/// use ndarray::array;
///
/// let centers = array![[-1.5, -1.5], [1.5, 1.5]];
/// let (inputs, labels) = blobs(&centers, 0.6, 2, &mut seeded(1));
/// assert_eq!(inputs.dim(), (4, 2));
/// assert_eq!(labels, array![0, 0, 1, 1]);
/// ```
pub fn blobs(
    centers: &Array2<f64>,
    spread: f64,
    per_class: usize,
    random: &mut impl Rng,
) -> (Array2<f64>, Array1<usize>) {
    let (classes, dimensions) = centers.dim();
    let labels: Vec<usize> = (0..classes * per_class).map(|i| i / per_class).collect();
    let noise = gaussian(labels.len(), dimensions, spread, random);
    (centers.select(Axis(0), &labels) + noise, Array1::from(labels))
}
// ANCHOR_END: blobs

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::seeded;
    use ndarray::{array, s};

    #[test]
    fn each_class_has_its_center_and_a_round_covariance() {
        let centers = array![[3.0, -1.0], [0.0, 2.0], [-4.0, 0.5]];
        let (n, spread) = (20_000, 0.7);
        let (inputs, labels) = blobs(&centers, spread, n, &mut seeded(1));
        let variance = spread * spread;
        let root = (n as f64).sqrt();
        for class in 0..3 {
            let rows = class * n..(class + 1) * n;
            assert!(labels.slice(s![rows.clone()]).iter().all(|&label| label == class));
            let deviations = &inputs.slice(s![rows, ..]) - &centers.row(class);
            let mean = deviations.sum_axis(Axis(0)) / n as f64;
            let covariance = deviations.t().dot(&deviations) / n as f64;
            // Four standard errors each: σ/√n, σ²√(2/n) and σ²/√n.
            assert!(mean.iter().all(|m| m.abs() < 4.0 * spread / root), "{mean}");
            for axis in 0..2 {
                let error = covariance[[axis, axis]] - variance;
                let standard_error = variance * 2f64.sqrt() / root;
                assert!(error.abs() < 4.0 * standard_error, "{covariance}");
            }
            assert!(covariance[[0, 1]].abs() < 4.0 * variance / root, "{covariance}");
        }
    }

    #[test]
    fn without_spread_every_sample_is_its_center() {
        let centers = array![[1.0, 2.0], [3.0, 4.0]];
        let (inputs, _) = blobs(&centers, 0.0, 2, &mut seeded(1));
        assert_eq!(inputs, array![[1.0, 2.0], [1.0, 2.0], [3.0, 4.0], [3.0, 4.0]]);
    }

    #[test]
    fn no_class_and_no_sample_give_empty_data() {
        let (inputs, labels) = blobs(&Array2::zeros((0, 2)), 1.0, 5, &mut seeded(1));
        assert_eq!((inputs.dim(), labels.len()), ((0, 2), 0));
        let (inputs, labels) = blobs(&Array2::zeros((3, 2)), 1.0, 0, &mut seeded(1));
        assert_eq!((inputs.dim(), labels.len()), ((0, 2), 0));
    }

    #[test]
    fn a_seed_is_a_data_set() {
        let draw = |seed| blobs(&array![[0.0, 0.0]], 1.0, 5, &mut seeded(seed)).0;
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }
}
