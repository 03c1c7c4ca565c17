//! What a batch of labels, classes or distributions must look like.

use ndarray::{Array1, Array2};

// ANCHOR: checks
/// How far from 1 the sum of a distribution may be: rounding, and probabilities given
/// to six digits.
const SUM_TOLERANCE: f64 = 1e-6;

/// # Panics
/// Panics unless every target is a probability, naming the first that is not.
pub fn assert_probabilities(targets: &Array1<f64>) {
    for (i, target) in targets.iter().enumerate() {
        let valid = (0.0..=1.0).contains(target);
        assert!(valid, "target {i} is {target}, which is outside [0, 1]");
    }
}

/// # Panics
/// Panics unless every label is −1 or +1, naming the first that is not.
pub fn assert_signs(labels: &Array1<f64>) {
    for (i, label) in labels.iter().enumerate() {
        assert!(label.abs() == 1.0, "label {i} is {label}, which is neither -1 nor +1");
    }
}

/// # Panics
/// Panics unless each of the n rows of logits has a class below k, naming the first
/// that has not.
pub fn assert_classes(logits: &Array2<f64>, classes: &Array1<usize>) {
    let (rows, k) = logits.dim();
    let targets = classes.len();
    assert_eq!(rows, targets, "logits of shape [{rows}, {k}] for {targets} targets");
    for (row, class) in classes.iter().enumerate() {
        assert!(*class < k, "row {row} has class {class}, of {k} classes from 0 on");
    }
}

/// # Panics
/// Panics unless both arrays have one shape, naming both shapes.
pub fn assert_same_shape(
    (name, array): (&str, &Array2<f64>),
    (other_name, other): (&str, &Array2<f64>),
) {
    let (shape, other_shape) = (array.shape(), other.shape());
    assert_eq!(
        shape, other_shape,
        "{name} of shape {shape:?} for {other_name} of shape {other_shape:?}"
    );
}

/// # Panics
/// Panics unless every row holds numbers from 0 to 1 that sum to 1, naming the first
/// that does not.
pub fn assert_distributions(rows: &Array2<f64>) {
    for (i, row) in rows.rows().into_iter().enumerate() {
        let sum = row.sum();
        assert!(
            row.iter().all(|probability| (0.0..=1.0).contains(probability))
                && (sum - 1.0).abs() <= SUM_TOLERANCE,
            "row {i} is no distribution: {row}, with sum {sum}"
        );
    }
}
// ANCHOR_END: checks
