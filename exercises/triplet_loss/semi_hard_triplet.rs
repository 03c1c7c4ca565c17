//! # The triplet loss with semi-hard mining
//!
//! `distances` is the matrix of the distances of a batch, `labels` the class of each
//! sample. For each anchor $a$ and each positive $p$ (another sample of its class), take the
//! *nearest* negative $n$ (a sample of another class) among those that are semi-hard,
//!
//! $$ d(a, p) < d(a, n) < d(a, p) + m . $$
//!
//! Where an anchor and positive have none, they give no triplet. The loss is the mean of
//! $d(a, p) - d(a, n) + m$ over the triplets found, and $0$ when none is found.

use ndarray::{Array1, Array2};

/// The mean loss over the semi-hard triplets of a batch; 0 without any.
pub fn loss(distances: &Array2<f64>, labels: &Array1<usize>, margin: f64) -> f64 {
    todo!()
}

/// How many triplets the loss is a mean over.
pub fn count(distances: &Array2<f64>, labels: &Array1<usize>, margin: f64) -> f64 {
    todo!()
}
