//! Linear algebra that the listings need beyond ndarray.

mod cholesky;
mod inertia;
mod principal_components;
mod symmetric_eigen;

pub use cholesky::{Cholesky, SingularMatrix};
pub use inertia::negative_eigenvalues;
pub use principal_components::PrincipalComponents;
pub use symmetric_eigen::symmetric_eigen;
