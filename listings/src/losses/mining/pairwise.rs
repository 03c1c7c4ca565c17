//! All distances within a batch.
//!
//! D_ij = d(xᵢ, x_j), with the embeddings xᵢ in the rows of an array of shape (n, e) and D
//! of shape (n, n).
//!
//! **Convention.** Each distance is computed from the difference. The form
//! ‖x‖² + ‖y‖² − 2 x·y, which lets a fast matrix product do the work, subtracts two
//! nearly equal numbers for near points and may come out negative: its square root is
//! then NaN.

use crate::losses::Distance;
use ndarray::Array2;

// ANCHOR: pairwise
/// The distance of each embedding to each other one, of shape (n, n).
///
/// ```
/// use listings::losses::{Distance, mining::pairwise_distances};
/// use ndarray::array;
///
/// let embeddings = array![[0.0, 0.0], [3.0, 4.0], [0.0, 1.0]];
/// let distances = pairwise_distances(&embeddings, Distance::Euclidean);
/// assert_eq!(distances.row(0), array![0.0, 5.0, 1.0]);
/// assert_eq!(distances, distances.t());
///
/// // The form with squares and products loses what is left of near points.
/// let (x, y) = (0.1_f64, 0.1 + 1e-9);
/// assert!(x * x + y * y - 2.0 * x * y <= 0.0); // the square of 1e-9 is above 0
/// ```
pub fn pairwise_distances(embeddings: &Array2<f64>, distance: Distance) -> Array2<f64> {
    let samples = embeddings.nrows();
    let mut distances = Array2::zeros((samples, samples));
    for i in 0..samples {
        for j in 0..i {
            let between = distance.between(embeddings.row(i), embeddings.row(j));
            distances[[i, j]] = between;
            distances[[j, i]] = between;
        }
    }
    distances
}
// ANCHOR_END: pairwise
