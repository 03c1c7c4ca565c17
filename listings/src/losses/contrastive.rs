//! The contrastive loss of pairs of embeddings.
//!
//! ℓ = y d² + (1 − y) max(0, m − d)²,   d = ‖x₁ − x₂‖; y = 1 for a similar pair, 0 for
//! a dissimilar one; x₁ and x₂ are rows of arrays of shape (n, e).
//!
//! ∂ℓ/∂x₁ = 2 (x₁ − x₂) for a similar pair, −2 (m − d) (x₁ − x₂)/d for a dissimilar one
//! with d < m; ∂ℓ/∂x₂ = −∂ℓ/∂x₁.
//!
//! **Convention.** The paper has ½ before both terms and y = 1 for *dissimilar* pairs.
//! Two equal embeddings of a dissimilar pair have no direction to part in: the code
//! gives them the gradient 0. PyTorch's distances add 10⁻⁶ to each coordinate of
//! x₁ − x₂, which gives all such pairs one arbitrary direction.
//!
//! # Reference
//! R. Hadsell, S. Chopra & Y. LeCun, "Dimensionality reduction by learning an invariant
//! mapping", *CVPR* (2006), eq. 4.

use super::checks::assert_same_shape;
use crate::error::{ParameterError, non_negative};
use ndarray::{Array1, Array2, ArrayView1};

// ANCHOR: contrastive
/// d² for a similar pair, max(0, m − d)² for a dissimilar one, averaged over the pairs.
///
/// ```
/// use listings::losses::Contrastive;
/// use ndarray::array;
///
/// let loss = Contrastive::new(2.0)?;
/// let first = array![[3.0, 4.0], [0.6, 0.8], [3.0, 4.0]]; // distances 5, 1 and 5
/// let second = array![[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]];
/// let similar = array![true, false, false];
/// // (5² + (2 − 1)² + 0) / 3
/// assert_eq!(loss.value(&first, &second, &similar), 26.0 / 3.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrastive {
    margin: f64,
}

impl Contrastive {
    /// A contrastive loss that keeps dissimilar pairs a distance m apart.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ m < ∞.
    pub fn new(margin: f64) -> Result<Self, ParameterError> {
        Ok(Self { margin: non_negative("margin", margin)? })
    }

    /// The mean over the pairs; NaN without pairs.
    ///
    /// # Panics
    /// Different shapes panic, naming both.
    pub fn value(
        &self,
        first: &Array2<f64>,
        second: &Array2<f64>,
        similar: &Array1<bool>,
    ) -> f64 {
        assert_pairs(first, second, similar);
        let mut sum = 0.0;
        for (row, &similar) in (first - second).rows().into_iter().zip(similar) {
            let distance = length(row);
            sum += if similar { distance } else { self.missing(distance) }.powi(2);
        }
        sum / similar.len() as f64
    }

    /// The gradients with respect to `first` and to `second`, of their shape.
    ///
    /// # Panics
    /// Different shapes panic, naming both.
    pub fn gradients(
        &self,
        first: &Array2<f64>,
        second: &Array2<f64>,
        similar: &Array1<bool>,
    ) -> [Array2<f64>; 2] {
        assert_pairs(first, second, similar);
        let pairs = similar.len() as f64;
        let mut gradient = first - second;
        for (mut row, &similar) in gradient.rows_mut().into_iter().zip(similar) {
            let distance = length(row.view());
            let scale = if similar {
                2.0
            } else if distance == 0.0 {
                0.0
            } else {
                -2.0 * self.missing(distance) / distance
            };
            row *= scale / pairs;
        }
        let opposite = -&gradient;
        [gradient, opposite]
    }

    /// max(0, m − d), and NaN for a NaN.
    fn missing(&self, distance: f64) -> f64 {
        if distance >= self.margin { 0.0 } else { self.margin - distance }
    }
}

/// The Euclidean length.
pub(super) fn length(difference: ArrayView1<f64>) -> f64 {
    difference.dot(&difference).sqrt()
}

/// Panics unless there are as many labels as pairs of embeddings of one shape.
pub(super) fn assert_pairs(
    first: &Array2<f64>,
    second: &Array2<f64>,
    similar: &Array1<bool>,
) {
    assert_same_shape(("first", first), ("second", second));
    let (shape, labels) = (first.shape(), similar.len());
    assert_eq!(shape[0], labels, "pairs of shape {shape:?} for {labels} labels");
}
// ANCHOR_END: contrastive
