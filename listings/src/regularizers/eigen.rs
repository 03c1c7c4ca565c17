//! Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.
//!
//! G = V diag(s) Vᵀ with VᵀV = I; a rotation of two coordinates makes one entry beside
//! the diagonal zero, and sweeps over all entries make all of them small.
//!
//! # Reference
//! G. H. Golub & C. F. Van Loan, *Matrix Computations*, 4th ed. (2013), §8.5.

use ndarray::{Array1, Array2, s};

// ANCHOR: eigen
/// G = V diag(s) Vᵀ, the largest eigenvalue first.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigen {
    /// s of shape (k).
    pub values: Array1<f64>,
    /// V of shape (k, k), an eigenvector a column.
    pub vectors: Array2<f64>,
}

/// The eigenvalues and eigenvectors of a symmetric matrix of shape (k, k).
///
/// # Panics
/// Panics when the matrix is not square.
pub fn symmetric_eigen(matrix: &Array2<f64>) -> Eigen {
    assert!(matrix.is_square(), "a matrix of shape {:?} is not square", matrix.shape());
    let size = matrix.nrows();
    let mut matrix = matrix.clone();
    let mut vectors = Array2::eye(size);
    // Each sweep squares what is left beside the diagonal: ten are more than enough.
    for _ in 0..10 {
        for p in 0..size {
            for q in p + 1..size {
                rotate(&mut matrix, &mut vectors, p, q);
            }
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&a, &b| matrix[[b, b]].total_cmp(&matrix[[a, a]]));
    Eigen {
        values: order.iter().map(|&j| matrix[[j, j]]).collect(),
        vectors: vectors.select(ndarray::Axis(1), &order),
    }
}

/// Turns the coordinates p and q so that the entry (p, q) becomes zero.
fn rotate(matrix: &mut Array2<f64>, vectors: &mut Array2<f64>, p: usize, q: usize) {
    if matrix[[p, q]] == 0.0 {
        return;
    }
    let half_gap = 0.5 * (matrix[[q, q]] - matrix[[p, p]]) / matrix[[p, q]];
    // The smaller root of t² + 2 t half_gap − 1 = 0, the tangent of the angle.
    let tangent = half_gap.signum() / (half_gap.abs() + half_gap.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    let turn_columns = |a: &mut Array2<f64>| {
        let (left, right) = (a.column(p).to_owned(), a.column(q).to_owned());
        a.slice_mut(s![.., p]).assign(&(&left * cosine - &right * sine));
        a.slice_mut(s![.., q]).assign(&(&left * sine + &right * cosine));
    };
    turn_columns(matrix);
    matrix.swap_axes(0, 1);
    turn_columns(matrix);
    matrix.swap_axes(0, 1);
    turn_columns(vectors);
}
// ANCHOR_END: eigen

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_abs_diff_eq;
    use ndarray::array;

    #[test]
    fn two_features_of_one_variance_turn_into_their_sum_and_difference() {
        let Eigen { values, vectors } = symmetric_eigen(&array![[1.0, 0.6], [0.6, 1.0]]);
        // A few rotations of numbers of size one.
        assert_abs_diff_eq!(values, array![1.6, 0.4], epsilon = 1e-15);
        let first = vectors.column(0).mapv(f64::abs);
        assert_abs_diff_eq!(
            first,
            array![0.5_f64.sqrt(), 0.5_f64.sqrt()],
            epsilon = 1e-15
        );
    }

    #[test]
    fn the_parts_make_the_matrix_again() {
        let half = array![
            [2.0, -1.0, 0.3, 0.0],
            [0.4, 1.5, -2.0, 1.0],
            [1.0, 0.0, 0.0, 0.7],
            [3.0, -1.5, 0.45, 0.0]
        ];
        let matrix = half.t().dot(&half);
        let Eigen { values, vectors } = symmetric_eigen(&matrix);
        let again = (&vectors * &values).dot(&vectors.t());
        // The entries are at most 14; ten sweeps of rotations round a few dozen times.
        assert_abs_diff_eq!(again, matrix, epsilon = 1e-13);
        assert_abs_diff_eq!(vectors.t().dot(&vectors), Array2::eye(4), epsilon = 1e-14);
        assert!(values.windows(2).into_iter().all(|pair| pair[0] >= pair[1]));
    }

    #[test]
    fn a_diagonal_matrix_is_sorted_and_left_alone() {
        let Eigen { values, vectors } = symmetric_eigen(&array![[0.0, 0.0], [0.0, 3.0]]);
        assert_eq!(values, array![3.0, 0.0]);
        assert_eq!(vectors, array![[0.0, 1.0], [1.0, 0.0]]);
    }

    #[test]
    #[should_panic(expected = "a matrix of shape [1, 2] is not square")]
    fn a_matrix_that_is_not_square_is_refused() {
        symmetric_eigen(&array![[1.0, 2.0]]);
    }
}
