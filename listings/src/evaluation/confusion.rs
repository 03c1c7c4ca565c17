//! How often a classifier is right, and about which classes.
//!
//! precision = TP / (TP + FP),   recall = TP / (TP + FN),
//! F₁ = 2 TP / (2 TP + FP + FN),
//! with the counts of one class: TP samples of it that were found, FP samples of other
//! classes that were taken for it, FN samples of it that were missed.
//!
//! **Convention.** Where a denominator is zero the ratio is undefined, and `None`; in
//! scikit-learn it is 0 with a warning, unless `zero_division` says otherwise.
//!
//! # Reference
//! C. J. van Rijsbergen, *Information Retrieval*, 2nd ed. (1979), ch. 7.

use ndarray::{Array1, Array2};

// ANCHOR: confusion
/// How many samples of each class were taken for which.
///
/// ```
/// use listings::evaluation::Confusion;
/// use ndarray::array;
///
/// let predicted = array![1, 1, 1, 0, 0];
/// let actual = array![1, 1, 0, 1, 0];
/// let confusion = Confusion::of(2, &predicted, &actual);
/// assert_eq!(confusion.accuracy(), Some(3.0 / 5.0));
/// assert_eq!(confusion.precision(1), Some(2.0 / 3.0));
/// assert_eq!(confusion.recall(1), Some(2.0 / 3.0));
/// assert_eq!(confusion.recall(0), Some(1.0 / 2.0));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confusion {
    /// Of shape (classes, classes): the actual class in rows, the predicted in columns.
    counts: Array2<usize>,
}

impl Confusion {
    /// Counts the samples by actual and by predicted class.
    ///
    /// # Panics
    /// Panics when there are more predictions than actual classes or fewer, and when a
    /// class is not below `classes`.
    pub fn of(
        classes: usize,
        predicted: &Array1<usize>,
        actual: &Array1<usize>,
    ) -> Confusion {
        let (n, m) = (predicted.len(), actual.len());
        assert_eq!(n, m, "{n} predictions, but {m} actual classes");
        let mut counts = Array2::zeros((classes, classes));
        for (&predicted, &actual) in predicted.iter().zip(actual) {
            let largest = predicted.max(actual);
            assert!(largest < classes, "class {largest} is outside [0, {classes})");
            counts[[actual, predicted]] += 1;
        }
        Self { counts }
    }

    /// The number of samples of one class that were taken for another, or for itself.
    ///
    /// # Panics
    /// Panics when a class is not below the number of classes.
    pub fn count(&self, actual: usize, predicted: usize) -> usize {
        self.counts[[actual, predicted]]
    }

    /// The share of samples that were taken for what they are; `None` without samples.
    pub fn accuracy(&self) -> Option<f64> {
        ratio(self.counts.diag().sum(), self.counts.sum())
    }

    /// The share of `class` among what was taken for it; `None` when nothing was.
    ///
    /// # Panics
    /// Panics when the class is not below the number of classes.
    pub fn precision(&self, class: usize) -> Option<f64> {
        ratio(self.count(class, class), self.counts.column(class).sum())
    }

    /// The share of the samples of `class` that was found; `None` when it has none.
    ///
    /// # Panics
    /// Panics when the class is not below the number of classes.
    pub fn recall(&self, class: usize) -> Option<f64> {
        ratio(self.count(class, class), self.counts.row(class).sum())
    }

    /// F₁ of `class`, the harmonic mean of precision and recall where both are defined;
    /// `None` when nothing is of the class or was taken for it.
    ///
    /// # Panics
    /// Panics when the class is not below the number of classes.
    pub fn f1(&self, class: usize) -> Option<f64> {
        // TP + FP in the column, TP + FN in the row.
        let taken_and_actual =
            self.counts.column(class).sum() + self.counts.row(class).sum();
        ratio(2 * self.count(class, class), taken_and_actual)
    }
}

/// part / whole, undefined for an empty whole.
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
// ANCHOR_END: confusion

// ANCHOR: argmax_rows
/// The column of the largest score in each row: the predicted class of each sample.
///
/// The first of equal scores is taken. A NaN is never the largest; a row of nothing
/// else is class 0. (NumPy's `argmax` returns the first NaN.)
///
/// # Panics
/// Panics when there are rows, but no column.
///
/// ```
/// use listings::evaluation::argmax_rows;
/// use ndarray::array;
///
/// let scores = array![[0.2, 0.7, 0.1], [5.0, -1.0, 5.0]];
/// assert_eq!(argmax_rows(&scores), array![1, 0]);
/// ```
pub fn argmax_rows(scores: &Array2<f64>) -> Array1<usize> {
    let (rows, columns) = scores.dim();
    assert!(columns > 0 || rows == 0, "{rows} rows of no score have no largest one");
    let largest = |row: usize| {
        (1..columns).fold(0, |best, column| {
            let (score, so_far) = (scores[[row, column]], scores[[row, best]]);
            if score > so_far || so_far.is_nan() && !score.is_nan() {
                column
            } else {
                best
            }
        })
    };
    Array1::from_shape_fn(rows, largest)
}
// ANCHOR_END: argmax_rows

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;
    use ndarray::array;

    #[test]
    fn three_classes_by_hand() {
        let actual = array![0, 0, 0, 0, 1, 1, 1, 2, 2, 2];
        let predicted = array![0, 0, 0, 1, 1, 1, 2, 2, 0, 1];
        let confusion = Confusion::of(3, &predicted, &actual);
        let counts = array![[3, 1, 0], [0, 2, 1], [1, 1, 1]];
        for ((actual, predicted), &count) in counts.indexed_iter() {
            assert_eq!(confusion.count(actual, predicted), count);
        }
        assert_eq!(confusion.accuracy(), Some(6.0 / 10.0));
        let by_class = |f: fn(&Confusion, usize) -> Option<f64>| {
            [0, 1, 2].map(|class| f(&confusion, class).unwrap())
        };
        assert_eq!(by_class(Confusion::precision), [3.0 / 4.0, 2.0 / 4.0, 1.0 / 2.0]);
        assert_eq!(by_class(Confusion::recall), [3.0 / 4.0, 2.0 / 3.0, 1.0 / 3.0]);
        assert_eq!(by_class(Confusion::f1), [6.0 / 8.0, 4.0 / 7.0, 2.0 / 5.0]);
        for class in 0..3 {
            let precision = confusion.precision(class).unwrap();
            let recall = confusion.recall(class).unwrap();
            // The same ratio in other operations: a few roundings.
            assert_relative_eq!(
                confusion.f1(class).unwrap(),
                2.0 * precision * recall / (precision + recall),
                max_relative = 1e-15
            );
        }
    }

    #[test]
    fn a_classifier_that_never_says_yes_has_no_precision() {
        let confusion = Confusion::of(2, &array![0, 0, 0, 0], &array![0, 0, 0, 1]);
        assert_eq!(confusion.accuracy(), Some(0.75));
        assert_eq!(confusion.precision(1), None);
        assert_eq!(confusion.recall(1), Some(0.0));
        assert_eq!(confusion.f1(1), Some(0.0));
    }

    #[test]
    fn without_positives_there_is_no_recall() {
        let confusion = Confusion::of(2, &array![0, 1], &array![0, 0]);
        assert_eq!(confusion.precision(1), Some(0.0));
        assert_eq!(confusion.recall(1), None);
        assert_eq!(confusion.f1(1), Some(0.0));
    }

    #[test]
    fn a_class_that_is_neither_there_nor_predicted_has_nothing() {
        let confusion = Confusion::of(3, &array![0, 0], &array![0, 0]);
        assert_eq!(confusion.accuracy(), Some(1.0));
        assert_eq!((confusion.precision(0), confusion.f1(0)), (Some(1.0), Some(1.0)));
        for class in [1, 2] {
            assert_eq!(confusion.precision(class), None);
            assert_eq!(confusion.recall(class), None);
            assert_eq!(confusion.f1(class), None);
        }
    }

    #[test]
    fn one_class_is_always_right() {
        let confusion = Confusion::of(1, &array![0, 0], &array![0, 0]);
        assert_eq!(confusion.accuracy(), Some(1.0));
        assert_eq!(confusion.recall(0), Some(1.0));
    }

    #[test]
    fn no_sample_has_no_accuracy() {
        let confusion = Confusion::of(2, &array![], &array![]);
        assert_eq!(confusion.accuracy(), None);
    }

    #[test]
    #[should_panic(expected = "2 predictions, but 3 actual classes")]
    fn a_missing_prediction_is_refused() {
        Confusion::of(2, &array![0, 1], &array![0, 1, 1]);
    }

    #[test]
    #[should_panic(expected = "class 2 is outside [0, 2)")]
    fn a_class_too_many_is_refused() {
        Confusion::of(2, &array![0, 1], &array![0, 2]);
    }

    #[test]
    fn the_largest_score_wins_and_the_first_of_equals() {
        let scores = array![[1.0, 3.0, 2.0], [-3.0, -1.0, -1.0], [0.0, 0.0, 0.0]];
        assert_eq!(argmax_rows(&scores), array![1, 1, 0]);
        let infinities = array![[f64::NEG_INFINITY, f64::NEG_INFINITY, -1e300]];
        assert_eq!(argmax_rows(&infinities), array![2]);
        assert_eq!(argmax_rows(&array![[7.0]]), array![0]);
    }

    #[test]
    fn a_nan_never_wins() {
        let nan = f64::NAN;
        let scores = array![
            [nan, 1.0, 2.0],
            [1.0, nan, 2.0],
            [2.0, 1.0, nan],
            [nan, f64::NEG_INFINITY, nan],
            [nan, nan, nan]
        ];
        assert_eq!(argmax_rows(&scores), array![2, 2, 0, 1, 0]);
    }

    #[test]
    fn no_row_has_no_class() {
        assert_eq!(argmax_rows(&Array2::zeros((0, 3))).len(), 0);
        assert_eq!(argmax_rows(&Array2::zeros((0, 0))).len(), 0);
    }

    #[test]
    #[should_panic(expected = "2 rows of no score")]
    fn rows_without_scores_are_refused() {
        argmax_rows(&Array2::zeros((2, 0)));
    }
}
