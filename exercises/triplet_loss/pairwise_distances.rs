//! # All distances of a batch
//!
//! Mining begins with the distances of every embedding to every other one. Write them as
//! a matrix $D$ of shape $(n, n)$, with $D_{ij} = \|x_i - x_j\|$ for the rows $x_i$ of an array
//! of shape $(n, e)$.
//!
//! There is a famous short cut, $\|x - y\|^2 = \|x\|^2 + \|y\|^2 - 2\, x \cdot y$, which turns
//! the work into one matrix product. Before you take it, look at what it does to two
//! embeddings that are near each other and far from zero. The check has such a pair, and
//! no result may be NaN.

use ndarray::Array2;

/// The distance of each row to each other one.
pub fn distances(embeddings: &Array2<f64>) -> Array2<f64> {
    todo!()
}
