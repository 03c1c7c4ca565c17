//! A value where one is missing.
//!
//! A missing value of a feature becomes the median of those that are there, and a feature
//! that had missing values gets a second column: 1 where it was missing, 0 elsewhere. That
//! a test was not ordered can say as much as its result.

use ndarray::{Array1, Array2, Axis, concatenate};

/// Medians of columns, taken from one set of samples to be applied to others: fit on the
/// training samples, apply to all.
///
/// ```
/// use labs::data::Imputation;
/// use ndarray::array;
///
/// let nan = f64::NAN;
/// let training = array![[1.0, 5.0], [nan, 6.0], [3.0, 8.0], [2.0, 9.0]];
/// let imputation = Imputation::fit(&training);
/// assert_eq!(imputation.apply(&array![[nan, 7.0]]), array![[2.0, 7.0, 1.0]]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Imputation {
    /// Of shape (features); 0 for a column without any value.
    pub medians: Array1<f64>,
    /// The columns that had missing values; each gets a column of its own, in this order.
    pub flagged: Vec<usize>,
}

impl Imputation {
    /// Takes the medians from the columns of `inputs`, of shape (samples, features), in
    /// which NaN is missing.
    pub fn fit(inputs: &Array2<f64>) -> Self {
        let column = |column: usize| inputs.column(column);
        let is_flagged = |&index: &usize| column(index).iter().any(|x| x.is_nan());
        Self {
            medians: (0..inputs.ncols()).map(|index| median(column(index))).collect(),
            flagged: (0..inputs.ncols()).filter(is_flagged).collect(),
        }
    }

    /// The columns with medians in place of NaN, and behind them those that say where.
    /// The shape is (samples, features + flagged).
    ///
    /// # Panics
    /// Panics when the number of features is another than in [`fit`](Self::fit).
    pub fn apply(&self, inputs: &Array2<f64>) -> Array2<f64> {
        let (given, fitted) = (inputs.ncols(), self.medians.len());
        assert_eq!(given, fitted, "{given} features, but the medians are of {fitted}");
        let mut filled = inputs.clone();
        for ((_, column), value) in filled.indexed_iter_mut() {
            if value.is_nan() {
                *value = self.medians[column];
            }
        }
        let flags = inputs.select(Axis(1), &self.flagged);
        let flags = flags.mapv(|value| f64::from(u8::from(value.is_nan())));
        concatenate![Axis(1), filled, flags]
    }
}

/// The number in the middle of those that are there, or the mean of the two in the middle.
fn median(column: ndarray::ArrayView1<f64>) -> f64 {
    let mut known: Vec<f64> = column.iter().copied().filter(|x| !x.is_nan()).collect();
    if known.is_empty() {
        return 0.0;
    }
    known.sort_by(f64::total_cmp);
    let (below, above) = (known[(known.len() - 1) / 2], known[known.len() / 2]);
    below + 0.5 * (above - below)
}

#[cfg(test)]
mod tests {
    use super::super::{Hypothyroid, default_folder};
    use super::*;
    use ndarray::array;

    const NAN: f64 = f64::NAN;

    #[test]
    fn medians_are_of_what_is_there() {
        let inputs =
            array![[4.0, NAN, 1.0], [1.0, NAN, NAN], [2.0, NAN, 3.0], [9.0, NAN, NAN]];
        let imputation = Imputation::fit(&inputs);
        assert_eq!(imputation.medians, array![3.0, 0.0, 2.0]);
        assert_eq!(imputation.flagged, [1, 2]);
        let filled = imputation.apply(&inputs);
        assert_eq!(filled.row(1), array![1.0, 0.0, 2.0, 1.0, 1.0]);
        assert_eq!(filled.row(2), array![2.0, 0.0, 3.0, 1.0, 0.0]);
    }

    #[test]
    fn what_was_always_there_gets_a_value_and_no_flag() {
        let imputation = Imputation::fit(&array![[1.0], [3.0]]);
        assert_eq!(imputation.apply(&array![[NAN]]), array![[2.0]]);
    }

    #[test]
    fn no_number_of_the_test_part_reaches_the_fit() {
        let Hypothyroid { training, test } =
            Hypothyroid::load(&default_folder()).unwrap();
        let imputation = Imputation::fit(&training.inputs);
        let filled = imputation.apply(&test.inputs);
        assert_eq!(filled.dim(), (772, 18 + imputation.flagged.len()));
        assert!(filled.iter().all(|value| value.is_finite()));
        // Fitted to everything, the median of a column is another: the test would see it.
        let all = concatenate![Axis(0), training.inputs, test.inputs];
        assert_ne!(Imputation::fit(&all).medians, imputation.medians);
        // A test part of other numbers gets the same medians.
        let ours = imputation.apply(&Array2::from_elem((1, 18), NAN));
        assert_eq!(ours.row(0).to_vec()[..18], imputation.medians.to_vec());
    }

    #[test]
    #[should_panic(expected = "1 features, but the medians are of 2")]
    fn a_missing_column_is_refused() {
        Imputation::fit(&Array2::zeros((1, 2))).apply(&Array2::zeros((1, 1)));
    }
}
