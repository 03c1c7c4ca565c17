//! What a linear classifier of two inputs looks like: its line, and what it gets wrong.

use ndarray::{Array1, Array2, s};

/// Whether a classifier has a line at all, or predicts the same class everywhere: where w
/// is zero, an exact solver leaves the rounding of its last sum, of size 1e-9.
pub(super) fn has_line(theta: &Array1<f64>) -> bool {
    theta[0].hypot(theta[1]) > 1e-6
}

/// Where w·x + b equals `level`, as the two ends of a segment that crosses the square of
/// that half side; empty where w is zero and there is no such line.
pub(super) fn segment(
    theta: &Array1<f64>,
    level: f64,
    half_side: f64,
) -> Vec<(f64, f64)> {
    if !has_line(theta) {
        return Vec::new();
    }
    let (w1, w2, rest) = (theta[0], theta[1], level - theta[2]);
    let ends = [-half_side, half_side];
    if w2.abs() >= w1.abs() {
        ends.map(|x| (x, (rest - w1 * x) / w2)).to_vec()
    } else {
        ends.map(|y| ((rest - w2 * y) / w1, y)).to_vec()
    }
}

/// yᵢ(w·xᵢ + b).
pub(super) fn margins(
    theta: &Array1<f64>,
    inputs: &Array2<f64>,
    labels: &Array1<f64>,
) -> Array1<f64> {
    (inputs.dot(&theta.slice(s![..2])) + theta[2]) * labels
}

/// How many samples lie on the wrong side.
pub(super) fn errors(margins: &Array1<f64>) -> usize {
    margins.iter().filter(|&&margin| margin <= 0.0).count()
}

/// The angle between two weight vectors, in degrees; 90, as far from the one side as from
/// the other, where one of them is zero and has no direction.
pub(super) fn degrees_between(a: &Array1<f64>, b: &Array1<f64>) -> f64 {
    if !has_line(a) || !has_line(b) {
        return 90.0;
    }
    let cross = a[0] * b[1] - a[1] * b[0];
    let dot = a[0] * b[0] + a[1] * b[1];
    cross.atan2(dot).to_degrees().abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_segment_lies_on_its_level_whichever_weight_is_larger() {
        for theta in
            [array![2.0, -0.5, 1.0], array![0.0, 3.0, 1.0], array![1.0, 0.0, -2.0]]
        {
            for (x, y) in segment(&theta, 1.0, 4.0) {
                let score = theta[0] * x + theta[1] * y + theta[2];
                assert!((score - 1.0).abs() < 1e-12, "{theta}: {score}");
            }
        }
        assert!(segment(&array![0.0, 0.0, 1.0], 0.0, 4.0).is_empty());
        assert!(segment(&array![1e-9, -1e-9, 1.0], 0.0, 4.0).is_empty());
    }

    #[test]
    fn angles_do_not_depend_on_lengths() {
        let right = degrees_between(&array![2.0, 0.0, 9.0], &array![0.0, -0.1, 0.0]);
        assert!((right - 90.0).abs() < 1e-12);
        assert!(degrees_between(&array![1.0, 1.0], &array![3.0, 3.0]) < 1e-12);
        assert_eq!(degrees_between(&array![1.0, 1.0], &array![1e-9, 0.0]), 90.0);
    }
}
