//! The directions in which samples vary most.
//!
//! The k eigenvectors v₁, …, v_k of the covariance (1/n) Σᵢ (xᵢ − μ)(xᵢ − μ)ᵀ with the
//! largest eigenvalues λ₁ ≥ … ≥ λ_k; a sample x has the coordinates vⱼᵀ(x − μ).
//!
//! **Convention.** Division by n; scikit-learn's `PCA` divides by n − 1 and fixes signs
//! in another way.
//!
//! # Reference
//! K. Pearson, "On lines and planes of closest fit to systems of points in space",
//! *Philosophical Magazine* 2 (1901) 559–572; H. Hotelling, "Analysis of a complex of
//! statistical variables into principal components", *Journal of Educational
//! Psychology* 24 (1933) 417–441.

use super::symmetric_eigen;
use ndarray::{Array1, Array2, Axis, s};

// ANCHOR: principal_components
/// A plane (or line, or space) through the mean that keeps most of the variance.
///
/// ```
/// use listings::linear_algebra::PrincipalComponents;
/// use ndarray::array;
///
/// // Points on the line through (1, 2) in the direction (3, 4).
/// let inputs = array![[-2.0, -2.0], [1.0, 2.0], [4.0, 6.0]];
/// let components = PrincipalComponents::fit(&inputs, 1);
/// let errors = &components.directions - &array![[0.6, 0.8]];
/// assert!(errors.iter().all(|e| e.abs() < 1e-15));
/// // They are 5 apart along it.
/// let errors = components.project(&inputs) - array![[-5.0], [0.0], [5.0]];
/// assert!(errors.iter().all(|e| e.abs() < 1e-14));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipalComponents {
    /// μ, of shape (features).
    pub mean: Array1<f64>,
    /// v, of shape (k, features): orthogonal rows of length one, each with its largest
    /// component by size positive.
    pub directions: Array2<f64>,
    /// λ, of shape (k): the variance along each direction, largest first.
    pub variances: Array1<f64>,
}

impl PrincipalComponents {
    /// The first `k` components of `inputs`, of shape (samples, features).
    ///
    /// # Panics
    /// Panics when there is no sample, when `k` is above the number of features, and
    /// when the covariance is not finite.
    pub fn fit(inputs: &Array2<f64>, k: usize) -> Self {
        let (samples, features) = inputs.dim();
        assert!(samples > 0, "no sample: no mean and no directions");
        assert!(k <= features, "{k} components of {features} features");
        let mean = inputs.sum_axis(Axis(0)) / samples as f64;
        let centered = inputs - &mean;
        let covariance = centered.t().dot(&centered) / samples as f64;
        let (values, vectors) = symmetric_eigen(&covariance);
        // Where samples do not vary, rounding can leave a variance just below zero.
        let variances = values.slice(s![..k]).mapv(|v| v.max(0.0));
        Self { mean, directions: vectors.slice(s![..k, ..]).to_owned(), variances }
    }

    /// The coordinates vⱼᵀ(x − μ) of each row x of `inputs`, of shape (samples, k).
    ///
    /// # Panics
    /// Panics when the number of features is another than in [`fit`](Self::fit).
    pub fn project(&self, inputs: &Array2<f64>) -> Array2<f64> {
        let (given, fitted) = (inputs.ncols(), self.mean.len());
        assert_eq!(given, fitted, "{given} features, but the mean is of {fitted}");
        (inputs - &self.mean).dot(&self.directions.t())
    }
}
// ANCHOR_END: principal_components

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Classification, gaussian, seeded};
    use approx::assert_abs_diff_eq;
    use ndarray::array;

    #[test]
    fn a_known_covariance_is_found_exactly() {
        // ±3 along (0.6, 0.8) and ±1 across it, about (5, −1): variances 9/2 and 1/2.
        let inputs = array![[1.8, 2.4], [-1.8, -2.4], [0.8, -0.6], [-0.8, 0.6]]
            + array![5.0, -1.0];
        let components = PrincipalComponents::fit(&inputs, 2);
        // A few roundings of numbers below ten.
        assert_abs_diff_eq!(components.mean, array![5.0, -1.0], epsilon = 1e-14);
        assert_abs_diff_eq!(components.variances, array![4.5, 0.5], epsilon = 1e-14);
        let expected = array![[0.6, 0.8], [0.8, -0.6]];
        assert_abs_diff_eq!(components.directions, expected, epsilon = 1e-14);
        let expected = array![[3.0, 0.0], [-3.0, 0.0], [0.0, 1.0], [0.0, -1.0]];
        assert_abs_diff_eq!(components.project(&inputs), expected, epsilon = 1e-14);
    }

    #[test]
    fn a_sampled_covariance_is_found_up_to_its_sampling_error() {
        let n = 20_000;
        let inputs = gaussian(n, 3, 1.0, &mut seeded(1)) * array![1.0, 3.0, 0.5];
        let components = PrincipalComponents::fit(&inputs, 3);
        for (found, variance) in components.variances.iter().zip([9.0, 1.0, 0.25]) {
            // Four standard errors: λ√(2/n).
            let standard_error = variance * (2.0 / n as f64).sqrt();
            assert!((found - variance).abs() < 4.0 * standard_error, "{found}");
        }
        // The angle's standard error is √(λ₁λ₂/n)/(λ₁ − λ₂), at most 0.0047 here.
        let axes = array![[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]];
        assert_abs_diff_eq!(components.directions, axes, epsilon = 0.019);
    }

    #[test]
    fn coordinates_are_uncorrelated_and_keep_the_variance() {
        let mix = gaussian(5, 5, 1.0, &mut seeded(1));
        let inputs = gaussian(60, 5, 1.0, &mut seeded(2)).dot(&mix) + 3.0;
        let components = PrincipalComponents::fit(&inputs, 5);
        let variances = &components.variances;
        assert!(variances.windows(2).into_iter().all(|pair| pair[0] >= pair[1]));
        let directions = &components.directions;
        // Rounding of numbers up to about thirty.
        let identity = Array2::<f64>::eye(5);
        assert_abs_diff_eq!(directions.dot(&directions.t()), identity, epsilon = 1e-14);
        let coordinates = components.project(&inputs);
        let covariance = coordinates.t().dot(&coordinates) / 60.0;
        assert_abs_diff_eq!(covariance, Array2::from_diag(variances), epsilon = 1e-12);
        let total = inputs.var_axis(Axis(0), 0.0).sum();
        assert_abs_diff_eq!(variances.sum(), total, epsilon = 1e-12);
    }

    #[test]
    fn fewer_components_are_the_first_of_all() {
        let inputs = gaussian(30, 4, 1.0, &mut seeded(3));
        let all = PrincipalComponents::fit(&inputs, 4);
        let two = PrincipalComponents::fit(&inputs, 2);
        assert_eq!(two.directions, all.directions.slice(s![..2, ..]));
        assert_eq!(two.variances, all.variances.slice(s![..2]));
        assert_eq!(PrincipalComponents::fit(&inputs, 0).project(&inputs).dim(), (30, 0));
    }

    #[test]
    fn redundant_features_add_no_direction() {
        let task = Classification::new(200, 3, 4, vec![0.5, 0.5], 1.0, 0.0).unwrap();
        let inputs = task.draw(&mut seeded(1)).0;
        let variances = PrincipalComponents::fit(&inputs, 7).variances;
        // Rank three: the smallest of three variances is of the order of one, the rest
        // is rounding.
        assert!(variances[2] > 0.1, "{variances}");
        assert!(variances.iter().skip(3).all(|&v| v < 1e-13), "{variances}");
    }

    #[test]
    fn collinear_features_share_one_direction() {
        let x = gaussian(20, 1, 1.0, &mut seeded(4));
        let inputs = ndarray::concatenate![Axis(1), x, &x * 2.0, &x * -2.0];
        let components = PrincipalComponents::fit(&inputs, 3);
        // Sizes of a few units, at rounding.
        let expected = array![1.0, 2.0, -2.0] / 3.0;
        assert_abs_diff_eq!(components.directions.row(0), expected, epsilon = 1e-14);
        assert!(components.variances.iter().skip(1).all(|&v| v < 1e-14));
    }

    #[test]
    fn no_variance_is_negative_where_features_depend_on_each_other() {
        for seed in 1..=20 {
            let two = gaussian(30, 2, 1.0, &mut seeded(seed));
            let inputs = two.dot(&array![[1.0, 0.3, -0.7, 0.2], [0.1, 2.0, 0.6, -0.9]]);
            let components = PrincipalComponents::fit(&inputs, 4);
            // Two of them are roundings of zero, of either sign.
            assert!(components.variances.iter().all(|&v| v >= 0.0), "seed {seed}");
            assert!(components.variances[2] < 1e-14, "seed {seed}");
        }
    }

    #[test]
    fn a_constant_feature_has_no_part() {
        let mut inputs = gaussian(20, 2, 1.0, &mut seeded(5));
        inputs.column_mut(1).fill(7.0);
        let components = PrincipalComponents::fit(&inputs, 2);
        assert_abs_diff_eq!(components.directions, Array2::eye(2), epsilon = 1e-15);
        assert_eq!(components.variances[1], 0.0);
    }

    #[test]
    fn one_sample_does_not_vary() {
        let components = PrincipalComponents::fit(&array![[3.0, 4.0]], 1);
        assert_eq!(components.variances, array![0.0]);
        assert_eq!(components.project(&array![[3.0, 4.0]]), array![[0.0]]);
    }

    #[test]
    #[should_panic(expected = "3 components of 2 features")]
    fn more_components_than_features_are_refused() {
        PrincipalComponents::fit(&Array2::zeros((5, 2)), 3);
    }

    #[test]
    #[should_panic(expected = "no sample")]
    fn nothing_has_no_directions() {
        PrincipalComponents::fit(&Array2::zeros((0, 2)), 1);
    }

    #[test]
    #[should_panic(expected = "the matrix is not finite")]
    fn nan_is_refused() {
        PrincipalComponents::fit(&array![[f64::NAN, 1.0], [0.0, 1.0]], 1);
    }

    #[test]
    #[should_panic(expected = "1 features, but the mean is of 2")]
    fn another_number_of_features_is_refused() {
        PrincipalComponents::fit(&array![[1.0, 2.0]], 1).project(&array![[1.0]]);
    }
}
