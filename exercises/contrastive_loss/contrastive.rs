//! # The contrastive loss and its gradient
//!
//! Write the mean contrastive loss of $n$ pairs and its gradient. Row $i$ of `first` and
//! of `second`, both of shape $(n, e)$, are the embeddings of pair $i$, $d_i$ is the length
//! of their difference, and
//!
//! $$
//! L = \frac{1}{n} \sum_{i=1}^{n} \begin{cases}
//! d_i^2 & \text{if pair } i \text{ is similar,} \\
//! \max(0, m - d_i)^2 & \text{otherwise.}
//! \end{cases}
//! $$
//!
//! The gradient is the one with respect to `first`. (That of `second` is its negative.)
//! Where the two embeddings of a dissimilar pair are equal there is no direction to part
//! in: return zeros for that row.

use ndarray::{Array1, Array2};

/// The mean contrastive loss of the pairs. There is at least one.
pub fn value(
    first: &Array2<f64>,
    second: &Array2<f64>,
    similar: &Array1<bool>,
    margin: f64,
) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `first`, of its shape.
pub fn gradient(
    first: &Array2<f64>,
    second: &Array2<f64>,
    similar: &Array1<bool>,
    margin: f64,
) -> Array2<f64> {
    todo!()
}
