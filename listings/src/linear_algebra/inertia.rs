//! How many eigenvalues of a symmetric matrix are negative, without computing any.
//!
//! Elimination writes A = LDLᵀ with a diagonal D. By Sylvester's law of inertia D has as
//! many negative entries as A has negative eigenvalues.
//!
//! # Reference
//! J. J. Sylvester, *Philosophical Magazine* 4 (1852) 138–142; G. H. Golub & C. F. Van
//! Loan, *Matrix Computations*, 4th ed. (2013), §8.1.5.

use ndarray::Array2;

// ANCHOR: negative_eigenvalues
/// The number of negative eigenvalues of a symmetric matrix of shape (d, d) whose
/// leading minors are not zero, as those of a random matrix are not.
///
/// # Panics
/// Panics when the matrix is not square.
///
/// ```
/// use listings::linear_algebra::negative_eigenvalues;
/// use ndarray::array;
///
/// assert_eq!(negative_eigenvalues(array![[2.0, 1.0], [1.0, 2.0]]), 0); // 3 and 1
/// assert_eq!(negative_eigenvalues(array![[1.0, 2.0], [2.0, 1.0]]), 1); // 3 and −1
/// ```
pub fn negative_eigenvalues(mut matrix: Array2<f64>) -> usize {
    let (d, columns) = matrix.dim();
    assert_eq!(d, columns, "a matrix of shape ({d}, {columns}) is not square");
    let mut negative = 0;
    for pivot in 0..d {
        let size = matrix[[pivot, pivot]];
        negative += usize::from(size < 0.0);
        for row in pivot + 1..d {
            let factor = matrix[[row, pivot]] / size;
            for column in pivot + 1..d {
                matrix[[row, column]] -= factor * matrix[[pivot, column]];
            }
        }
    }
    negative
}
// ANCHOR_END: negative_eigenvalues

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{gaussian, seeded};
    use crate::linear_algebra::symmetric_eigen;

    #[test]
    fn it_agrees_with_the_eigenvalues() {
        let mut random = seeded(1);
        for d in 1..=12 {
            for _ in 0..20 {
                let root = gaussian(d, d, 1.0, &mut random);
                let matrix = &root + &root.t();
                let (values, _) = symmetric_eigen(&matrix);
                let expected = values.iter().filter(|value| **value < 0.0).count();
                assert_eq!(negative_eigenvalues(matrix), expected, "{values}");
            }
        }
    }

    #[test]
    #[should_panic(expected = "shape (1, 2) is not square")]
    fn only_square_matrices_have_eigenvalues() {
        negative_eigenvalues(Array2::zeros((1, 2)));
    }
}
