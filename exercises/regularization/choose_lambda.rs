//! # Choose λ
//!
//! A path of $\lambda$, from large to small, has been tried by cross-validation: for each
//! $\lambda$ there are the mean error on the validation folds and its standard error. Two
//! rules are common (Breiman et al., *Classification and
//! Regression Trees*, 1984, §3.4.3; glmnet calls them `lambda.min` and `lambda.1se`):
//!
//! 1. **minimum:** the $\lambda$ with the smallest mean error;
//! 2. **one standard error:** the *largest* $\lambda$ whose mean error is not above the
//!    smallest mean error plus the standard error *at that minimum*.
//!
//! Write both. The slices are equally long and not empty, and the $\lambda$ fall.

/// The λ with the smallest mean error.
pub fn minimum(lambdas: &[f64], errors: &[f64]) -> f64 {
    todo!()
}

/// The largest λ within one standard error of the smallest mean error.
pub fn one_standard_error(
    lambdas: &[f64],
    errors: &[f64],
    standard_errors: &[f64],
) -> f64 {
    todo!()
}
