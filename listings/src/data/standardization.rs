//! Features with mean zero and standard deviation one.
//!
//! x′ᵢⱼ = (xᵢⱼ − μⱼ) / σⱼ,   μⱼ = (1/n) Σᵢ xᵢⱼ,   σⱼ² = (1/n) Σᵢ (xᵢⱼ − μⱼ)².
//!
//! **Convention.** Division by n, as in scikit-learn's `StandardScaler`, not n − 1.

use ndarray::{Array1, Array2, Axis};

// ANCHOR: standardization
/// Means and standard deviations of columns, taken from one set of samples to be
/// applied to others: fit on the training samples, apply to all.
///
/// ```
/// use listings::data::Standardization;
/// use ndarray::array;
///
/// let train = array![[1.0, 10.0], [3.0, 10.0]];
/// let scale = Standardization::fit(&train);
/// assert_eq!(scale.apply(&train), array![[-1.0, 0.0], [1.0, 0.0]]);
/// // A sample that was not there counts from the means that were.
/// assert_eq!(scale.apply(&array![[4.0, 11.0]]), array![[2.0, 1.0]]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Standardization {
    /// μ, of shape (features).
    pub mean: Array1<f64>,
    /// σ, of shape (features); 1 for a constant column, which is only shifted.
    pub deviation: Array1<f64>,
}

impl Standardization {
    /// Takes μ and σ from the columns of `inputs`, of shape (samples, features).
    ///
    /// # Panics
    /// Panics when there is no sample.
    pub fn fit(inputs: &Array2<f64>) -> Self {
        assert!(inputs.nrows() > 0, "no sample: its features have no mean");
        // Taken from the first sample, the mean of a constant column is that constant,
        // without rounding, and its variance is zero.
        let first = inputs.row(0);
        let mean = &first + &columns_mean(&(inputs - &first));
        let variance = columns_mean(&(inputs - &mean).mapv(|d| d * d));
        let deviation = variance.mapv(|v| if v == 0.0 { 1.0 } else { v.sqrt() });
        Self { mean, deviation }
    }

    /// (x − μ) / σ for each row x of `inputs`, of shape (samples, features).
    ///
    /// # Panics
    /// Panics when the number of features is another than in [`fit`](Self::fit).
    pub fn apply(&self, inputs: &Array2<f64>) -> Array2<f64> {
        let (given, fitted) = (inputs.ncols(), self.mean.len());
        assert_eq!(given, fitted, "{given} features, but the means are of {fitted}");
        (inputs - &self.mean) / &self.deviation
    }
}
// ANCHOR_END: standardization

/// The mean of each column; the caller has at least one row.
fn columns_mean(values: &Array2<f64>) -> Array1<f64> {
    values.sum_axis(Axis(0)) / values.nrows() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{gaussian, seeded};
    use approx::assert_abs_diff_eq;
    use ndarray::array;

    #[test]
    fn the_fitted_samples_get_mean_zero_and_variance_one() {
        let inputs = gaussian(50, 3, 2.0, &mut seeded(1)) * array![1.0, 1e-6, 1e6]
            + array![5.0, 5.0, -1.0];
        let scaled = Standardization::fit(&inputs).apply(&inputs);
        // Rounding of 5 against a spread of 2e-6 leaves 1e-16 · 2.5e6 ≈ 3e-10.
        let mean = columns_mean(&scaled);
        assert_abs_diff_eq!(mean, Array1::zeros(3), epsilon = 1e-9);
        let variance = columns_mean(&scaled.mapv(|x| x * x));
        assert_abs_diff_eq!(variance, Array1::ones(3), epsilon = 1e-9);
    }

    #[test]
    fn units_and_origin_of_a_feature_do_not_matter() {
        let inputs = gaussian(20, 2, 1.0, &mut seeded(2));
        let celsius = Standardization::fit(&inputs).apply(&inputs);
        let fahrenheit = &inputs * 1.8 + 32.0;
        let scaled = Standardization::fit(&fahrenheit).apply(&fahrenheit);
        // Rounding of numbers about 32, divided by a deviation of 1.8.
        assert_abs_diff_eq!(celsius, scaled, epsilon = 1e-13);
    }

    #[test]
    fn a_constant_column_becomes_exactly_zero() {
        // The sum of ten tenths is not 1: a mean by plain summation would be off by a
        // rounding, and the column would be noise blown up to variance one.
        let inputs = Array2::from_elem((10, 1), 0.1);
        let scale = Standardization::fit(&inputs);
        assert_eq!(scale.mean, array![0.1]);
        assert_eq!(scale.deviation, array![1.0]);
        assert_eq!(scale.apply(&inputs), Array2::<f64>::zeros((10, 1)));
    }

    #[test]
    fn one_sample_is_a_constant() {
        let scale = Standardization::fit(&array![[3.0, -2.0]]);
        assert_eq!(scale.apply(&array![[4.0, -2.0]]), array![[1.0, 0.0]]);
    }

    #[test]
    fn a_nan_stays_in_its_column() {
        let inputs = array![[f64::NAN, 1.0], [2.0, 3.0]];
        let scaled = Standardization::fit(&inputs).apply(&inputs);
        assert!(scaled.column(0).iter().all(|x| x.is_nan()));
        assert_eq!(scaled.column(1), array![-1.0, 1.0]);
    }

    #[test]
    fn nothing_can_be_scaled_by_what_was_fitted() {
        let scale = Standardization::fit(&array![[1.0], [3.0]]);
        assert_eq!(scale.apply(&Array2::zeros((0, 1))).dim(), (0, 1));
    }

    #[test]
    #[should_panic(expected = "no sample")]
    fn nothing_has_no_mean() {
        Standardization::fit(&Array2::zeros((0, 2)));
    }

    #[test]
    #[should_panic(expected = "1 features, but the means are of 2")]
    fn one_column_is_not_stretched_over_two_means() {
        Standardization::fit(&array![[1.0, 2.0]]).apply(&array![[1.0]]);
    }
}
