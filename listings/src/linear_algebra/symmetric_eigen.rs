//! Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi rotations.
//!
//! A rotation in the plane of coordinates p and q, A ← JᵀAJ, leaves the eigenvalues as
//! they are. With ϑ = (a_qq − a_pp) / 2a_pq and the tangent
//! t = sign(ϑ) / (|ϑ| + √(ϑ² + 1)) it makes a_pq zero; what other rotations put back is
//! smaller each time, until only the diagonal is left.
//!
//! # Reference
//! C. G. J. Jacobi, "Über ein leichtes Verfahren …", *Crelle's Journal* 30 (1846)
//! 51–94; G. H. Golub & C. F. Van Loan, *Matrix Computations*, 4th ed. (2013), §8.5.

use ndarray::{Array1, Array2, ArrayViewMut2, Axis};

// ANCHOR: symmetric_eigen
/// The eigenvalues of a symmetric matrix of shape (d, d), largest first, and its
/// eigenvectors of length one, in rows.
///
/// An eigenvector is determined up to its sign: its largest component by size is made
/// positive. Only the upper triangle of the matrix counts.
///
/// # Panics
/// Panics when the matrix is not square or not finite.
///
/// ```
/// use listings::linear_algebra::symmetric_eigen;
/// use ndarray::array;
///
/// let (values, vectors) = symmetric_eigen(&array![[2.0, 1.0], [1.0, 2.0]]);
/// assert!((values - array![3.0, 1.0]).iter().all(|e| e.abs() < 1e-15));
/// let half = 0.5_f64.sqrt();
/// let expected = array![[half, half], [half, -half]];
/// assert!((vectors - expected).iter().all(|e| e.abs() < 1e-15));
/// ```
pub fn symmetric_eigen(matrix: &Array2<f64>) -> (Array1<f64>, Array2<f64>) {
    let (d, columns) = matrix.dim();
    assert_eq!(d, columns, "a matrix of shape ({d}, {columns}) is not square");
    assert!(matrix.iter().all(|a| a.is_finite()), "the matrix is not finite");
    // Sizes near one: no square over- or underflows.
    let scale = matrix.iter().fold(f64::MIN_POSITIVE, |m, a| f64::max(m, a.abs()));
    let mut a =
        Array2::from_shape_fn((d, d), |(i, j)| matrix[[i.min(j), i.max(j)]] / scale);
    let mut vectors = Array2::eye(d);
    // Once entries are small they shrink quadratically: ten sweeps are usual.
    for _ in 0..50 {
        if largest_off_diagonal(&a) <= f64::EPSILON * 1e-3 {
            break;
        }
        for p in 0..d {
            for q in p + 1..d {
                if a[[p, q]] != 0.0 {
                    let theta = (a[[q, q]] - a[[p, p]]) / (2.0 * a[[p, q]]);
                    let tangent =
                        theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                    rotate_columns(a.view_mut(), p, q, tangent);
                    rotate_columns(a.view_mut().reversed_axes(), p, q, tangent);
                    rotate_columns(vectors.view_mut(), p, q, tangent);
                    // Zero already, up to rounding that would not let the loop end.
                    (a[[p, q]], a[[q, p]]) = (0.0, 0.0);
                }
            }
        }
    }
    let mut order: Vec<usize> = (0..d).collect();
    order.sort_by(|&i, &j| a[[j, j]].total_cmp(&a[[i, i]]));
    let values = order.iter().map(|&i| scale * a[[i, i]]).collect();
    let mut rows = vectors.t().select(Axis(0), &order);
    for mut vector in rows.rows_mut() {
        let largest = vector.iter().fold(0.0, |m, v| f64::max(m, v.abs()));
        // The first of the components that are equally large up to rounding.
        let leading = vector.iter().find(|v| v.abs() >= largest * (1.0 - 1e-9));
        if leading.is_some_and(|v| *v < 0.0) {
            vector.mapv_inplace(|v| -v);
        }
    }
    (values, rows)
}

fn largest_off_diagonal(a: &Array2<f64>) -> f64 {
    let off_diagonal = a.indexed_iter().filter(|((i, j), _)| i != j);
    off_diagonal.fold(0.0, |m, (_, a)| f64::max(m, a.abs()))
}

/// Columns p and q of a matrix, turned by the angle of this tangent.
fn rotate_columns(mut matrix: ArrayViewMut2<f64>, p: usize, q: usize, tangent: f64) {
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    for mut row in matrix.rows_mut() {
        let (x, y) = (row[p], row[q]);
        row[p] = cosine * x - sine * y;
        row[q] = sine * x + cosine * y;
    }
}
// ANCHOR_END: symmetric_eigen

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{gaussian, seeded};
    use approx::assert_abs_diff_eq;
    use ndarray::array;

    #[test]
    fn three_by_three_by_hand() {
        // The second difference matrix: 2 − 2 cos(kπ/4), that is 2 + √2, 2, 2 − √2.
        let matrix = array![[2.0, -1.0, 0.0], [-1.0, 2.0, -1.0], [0.0, -1.0, 2.0]];
        let (values, vectors) = symmetric_eigen(&matrix);
        let root = 2f64.sqrt();
        // A few roundings of numbers below four.
        let expected = array![2.0 + root, 2.0, 2.0 - root];
        assert_abs_diff_eq!(values, expected, epsilon = 4e-15);
        let half = 0.5f64.sqrt();
        let expected = array![[-0.5, half, -0.5], [half, 0.0, -half], [0.5, half, 0.5]];
        assert_abs_diff_eq!(vectors, expected, epsilon = 4e-15);
    }

    #[test]
    fn values_and_vectors_give_back_the_matrix() {
        for d in [1, 2, 3, 5, 10, 30] {
            let root = gaussian(d, d, 1.0, &mut seeded(d as u64));
            let matrix = &root + &root.t();
            let (values, vectors) = symmetric_eigen(&matrix);
            assert!(values.windows(2).into_iter().all(|pair| pair[0] >= pair[1]));
            // Backward stable: ε times the size of the matrix (about 2√(2d) < 16), with
            // room for the number of rotations.
            let again =
                vectors.t().dot(&(&vectors * &values.clone().insert_axis(Axis(1))));
            assert_abs_diff_eq!(again, matrix, epsilon = 1e-13);
            assert_abs_diff_eq!(
                vectors.dot(&vectors.t()),
                Array2::eye(d),
                epsilon = 1e-13
            );
        }
    }

    #[test]
    fn the_largest_component_of_each_vector_is_positive() {
        let root = gaussian(6, 6, 1.0, &mut seeded(1));
        for vector in symmetric_eigen(&(&root + &root.t())).1.rows() {
            let largest = vector
                .iter()
                .fold(0.0, |m: f64, v| if v.abs() > m.abs() { *v } else { m });
            assert!(largest > 0.0, "{vector}");
        }
    }

    #[test]
    fn scales_do_not_matter() {
        for scale in [1e-300, 1e-20, 1e300] {
            let (values, vectors) =
                symmetric_eigen(&(array![[2.0, 1.0], [1.0, 2.0]] * scale));
            assert_abs_diff_eq!(values / scale, array![3.0, 1.0], epsilon = 1e-14);
            assert_abs_diff_eq!(vectors[[0, 0]], 0.5f64.sqrt(), epsilon = 1e-14);
        }
    }

    #[test]
    fn equal_and_zero_eigenvalues() {
        let (values, vectors) = symmetric_eigen(&Array2::zeros((3, 3)));
        assert_eq!((values, vectors), (Array1::zeros(3), Array2::eye(3)));
        let (values, vectors) = symmetric_eigen(&array![[1.0, 1.0], [1.0, 1.0]]);
        assert_abs_diff_eq!(values, array![2.0, 0.0], epsilon = 1e-15);
        let half = 0.5f64.sqrt();
        assert_abs_diff_eq!(
            vectors,
            array![[half, half], [half, -half]],
            epsilon = 1e-15
        );
        assert_eq!(symmetric_eigen(&Array2::zeros((0, 0))).0.len(), 0);
    }

    #[test]
    #[should_panic(expected = "shape (2, 3) is not square")]
    fn only_square_matrices_have_eigenvalues() {
        symmetric_eigen(&Array2::zeros((2, 3)));
    }

    #[test]
    #[should_panic(expected = "the matrix is not finite")]
    fn nan_is_refused() {
        symmetric_eigen(&array![[f64::NAN]]);
    }
}
