//! Solving with a symmetric matrix: Cholesky's factorization, without its roots.
//!
//! A = LDLᵀ with L lower triangular, ones on its diagonal, and D diagonal:
//! Dⱼ = Aⱼⱼ − Σₖ Lⱼₖ² Dₖ,   Lᵢⱼ = (Aᵢⱼ − Σₖ Lᵢₖ Lⱼₖ Dₖ) / Dⱼ,   k < j < i.
//!
//! The pivots Dⱼ have the signs of the eigenvalues (Sylvester's law of inertia), so that
//! the factorization also says whether A is positive definite. Where it is, L√D is the
//! factor of Cholesky. It takes about d³/3 operations, and each solve 2d².
//!
//! **Convention.** No rows are exchanged. That is stable where A is positive definite;
//! with other matrices a small pivot can cost digits, and a pivot of zero ends it, also
//! where A has an inverse: (0 1; 1 0) is its own.
//!
//! # Reference
//! A.-L. Cholesky's method, published by Benoît in *Bulletin géodésique* 2 (1924)
//! 67–77; G. H. Golub & C. F. Van Loan, *Matrix Computations*, 4th ed. (2013), §4.1–4.2.

use ndarray::{Array1, Array2, s};
use std::fmt;

// ANCHOR: cholesky
/// The factors L and D of a symmetric matrix of shape (d, d).
///
/// ```
/// use listings::linear_algebra::Cholesky;
/// use ndarray::array;
///
/// let factors = Cholesky::new(&array![[4.0, 2.0], [2.0, 3.0]]).unwrap();
/// assert_eq!(factors.pivots(), &array![4.0, 2.0]);
/// assert!(factors.is_positive_definite());
/// assert_eq!(factors.solve(&array![8.0, 8.0]), array![1.0, 2.0]);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Cholesky {
    lower: Array2<f64>,
    pivots: Array1<f64>,
}

/// A matrix that this cannot solve with: a pivot is zero, or not finite.
#[derive(Clone, Debug, PartialEq)]
pub struct SingularMatrix {
    /// j, counted from 0.
    pub index: usize,
    /// Dⱼ.
    pub pivot: f64,
}

impl Cholesky {
    /// The factors of `matrix`, of which only the lower triangle counts.
    ///
    /// # Errors
    /// [`SingularMatrix`] for a pivot that is zero or not finite.
    ///
    /// # Panics
    /// Panics when the matrix is not square.
    pub fn new(matrix: &Array2<f64>) -> Result<Self, SingularMatrix> {
        let (d, columns) = matrix.dim();
        assert_eq!(d, columns, "a matrix of shape ({d}, {columns}) is not square");
        let (mut lower, mut pivots) = (Array2::eye(d), Array1::zeros(d));
        for j in 0..d {
            // Lⱼₖ Dₖ for k < j.
            let scaled = &lower.slice(s![j, ..j]) * &pivots.slice(s![..j]);
            let pivot: f64 = matrix[[j, j]] - lower.slice(s![j, ..j]).dot(&scaled);
            if pivot == 0.0 || !pivot.is_finite() {
                return Err(SingularMatrix { index: j, pivot });
            }
            pivots[j] = pivot;
            for i in j + 1..d {
                let known: f64 = lower.slice(s![i, ..j]).dot(&scaled);
                lower[[i, j]] = (matrix[[i, j]] - known) / pivot;
            }
        }
        Ok(Self { lower, pivots })
    }

    /// Whether all eigenvalues are above zero.
    pub fn is_positive_definite(&self) -> bool {
        self.pivots.iter().all(|&pivot| pivot > 0.0)
    }

    /// D, of shape (d).
    pub fn pivots(&self) -> &Array1<f64> {
        &self.pivots
    }

    /// x with Ax = b: forward through L, divided by D, backward through Lᵀ.
    ///
    /// # Panics
    /// Panics when b is not of shape (d).
    pub fn solve(&self, right: &Array1<f64>) -> Array1<f64> {
        let (d, entries) = (self.pivots.len(), right.len());
        assert_eq!(d, entries, "a matrix of {d} rows, but a right side of {entries}");
        let mut x = right.clone();
        for i in 0..d {
            let known: f64 = self.lower.slice(s![i, ..i]).dot(&x.slice(s![..i]));
            x[i] -= known;
        }
        x /= &self.pivots;
        for i in (0..d).rev() {
            let known: f64 = self.lower.slice(s![i + 1.., i]).dot(&x.slice(s![i + 1..]));
            x[i] -= known;
        }
        x
    }
}

impl fmt::Display for SingularMatrix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { index, pivot } = self;
        let reason = if *pivot == 0.0 {
            "it is singular, or, if indefinite, would need its rows exchanged"
        } else {
            "look for entries that are not finite, or too large"
        };
        write!(f, "no factors of the matrix, as its pivot {index} is {pivot}: {reason}")
    }
}

impl std::error::Error for SingularMatrix {}
// ANCHOR_END: cholesky

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{gaussian, seeded};
    use crate::linear_algebra::symmetric_eigen;
    use ndarray::array;

    fn size(x: &Array1<f64>) -> f64 {
        x.iter().fold(0.0, |most, entry| entry.abs().max(most))
    }

    #[test]
    fn what_it_solves_solves_the_equations() {
        for d in [1, 2, 3, 10, 40] {
            let root = gaussian(d, d, 1.0, &mut seeded(d as u64));
            // Eigenvalues from one to about 4d + 1: a condition below 200.
            let matrix = root.dot(&root.t()) + Array2::<f64>::eye(d);
            let expected = Array1::from_iter((0..d).map(|i| i as f64 - 2.5));
            let factors = Cholesky::new(&matrix).unwrap();
            assert!(factors.is_positive_definite());
            let error = &factors.solve(&matrix.dot(&expected)) - &expected;
            // Rounding, times the condition, of numbers up to forty.
            assert!(size(&error) < 1e-11, "{d}: {error}");
        }
    }

    #[test]
    fn pivots_have_the_signs_of_the_eigenvalues() {
        for seed in 1..=20 {
            let root = gaussian(5, 5, 1.0, &mut seeded(seed));
            let matrix = &root + &root.t();
            let factors = Cholesky::new(&matrix).unwrap();
            let (values, _) = symmetric_eigen(&matrix);
            let negative = |x: &Array1<f64>| x.iter().filter(|x| **x < 0.0).count();
            assert_eq!(negative(factors.pivots()), negative(&values), "{seed}");
            assert_eq!(factors.is_positive_definite(), values.iter().all(|&v| v > 0.0));
            // Pivots of these twenty matrices go down to a hundredth.
            let residual = matrix.dot(&factors.solve(&Array1::ones(5))) - 1.0;
            assert!(size(&residual) < 1e-10, "{seed}: {residual}");
        }
    }

    #[test]
    fn a_singular_matrix_is_named() {
        let error = |matrix| Cholesky::new(&matrix).unwrap_err().to_string();
        let message = "no factors of the matrix, as its pivot 1 is 0: it is singular, \
                       or, if indefinite, would need its rows exchanged";
        assert_eq!(error(array![[1.0, 2.0], [2.0, 4.0]]), message);
        let message = "no factors of the matrix, as its pivot 0 is NaN: look for entries \
                       that are not finite, or too large";
        assert_eq!(error(array![[f64::NAN, 0.0], [0.0, 1.0]]), message);
    }

    #[test]
    fn a_matrix_that_needs_an_exchange_is_refused_and_not_called_singular() {
        // Its own inverse: the Hessian of xy.
        let matrix = array![[0.0, 1.0], [1.0, 0.0]];
        assert_eq!(matrix.dot(&matrix), Array2::<f64>::eye(2));
        let error = Cholesky::new(&matrix).unwrap_err();
        assert_eq!(error, SingularMatrix { index: 0, pivot: 0.0 });
        assert!(error.to_string().ends_with("would need its rows exchanged"), "{error}");
    }

    #[test]
    #[should_panic(expected = "shape (2, 3) is not square")]
    fn only_square_matrices_have_factors() {
        let _ = Cholesky::new(&Array2::zeros((2, 3)));
    }

    #[test]
    #[should_panic(expected = "a matrix of 2 rows, but a right side of 3")]
    fn a_right_side_of_another_length_is_refused() {
        Cholesky::new(&Array2::eye(2)).unwrap().solve(&array![1.0, 2.0, 3.0]);
    }
}
