//! # InfoNCE from similarities
//!
//! Write the InfoNCE loss of $n$ queries and $n$ keys, in the rows of two arrays of shape
//! $(n, e)$: key $i$ belongs to query $i$, all other keys are its negatives. With the
//! similarities $s_{ij} = q_i \cdot k_j / \tau$,
//!
//! $$ L = \frac{1}{n} \sum_{i=1}^{n} \Big( \ln \sum_{j=1}^{n} e^{s_{ij}} - s_{ii} \Big) . $$
//!
//! The rows need not have length one, so similarities can be large; the check has some of
//! a thousand.

use ndarray::Array2;

/// The InfoNCE loss at temperature τ.
pub fn value(queries: &Array2<f64>, keys: &Array2<f64>, temperature: f64) -> f64 {
    todo!()
}
