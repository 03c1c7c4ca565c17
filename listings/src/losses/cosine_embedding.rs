//! The cosine embedding loss: pairs judged by their angle, not by their distance.
//!
//! ℓ = 1 − c for a similar pair, max(0, c − m) for a dissimilar one,
//! c = x₁·x₂ / (‖x₁‖ ‖x₂‖), the cosine of the angle between them; x₁ and x₂ are rows of
//! arrays of shape (n, e).
//!
//! ∂c/∂x₁ = (u₂ − c u₁) / ‖x₁‖,   with the unit vectors u = x/‖x‖: always at a right angle
//! to x₁, for the loss does not see lengths.
//!
//! **Convention.** As PyTorch's `CosineEmbeddingLoss`, whose labels are 1 and −1, and
//! which adds 10⁻¹² to both squared lengths. A zero vector has no direction: the code
//! takes c = 0 and the gradient 0. At the kink c = m the gradient is 0.
//!
//! # Reference
//! The cosine between vectors as a similarity: G. Salton, A. Wong & C. S. Yang, "A vector
//! space model for automatic indexing", *Communications of the ACM* 18 (1975) 613–620.

use super::contrastive::assert_pairs;
use super::unit_rows::UnitRows;
use crate::error::ParameterError;
use ndarray::{Array1, Array2};

// ANCHOR: cosine_embedding
/// 1 − cos for a similar pair, max(0, cos − m) for a dissimilar one, averaged.
///
/// ```
/// use listings::losses::CosineEmbedding;
/// use ndarray::array;
///
/// let loss = CosineEmbedding::new(0.5)?;
/// let first = array![[3.0, 4.0], [1.0, 0.0]];
/// let second = array![[4.0, 3.0], [0.0, 9.0]]; // cosines 24/25 and 0
/// let value = |similar| loss.value(&first, &second, &similar);
/// // (1 − 0.96 + 0) / 2; then the pairs the other way around: (0.96 − 0.5 + 1) / 2
/// assert!((value(array![true, false]) - 0.02).abs() < 1e-15);
/// assert!((value(array![false, true]) - 0.73).abs() < 1e-15);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CosineEmbedding {
    margin: f64,
}

impl CosineEmbedding {
    /// A loss that keeps the cosine of dissimilar pairs below m.
    ///
    /// # Errors
    /// [`ParameterError`] unless m is in [−1, 1].
    pub fn new(margin: f64) -> Result<Self, ParameterError> {
        let valid = (-1.0..=1.0).contains(&margin);
        let error = ParameterError { name: "margin", value: margin, valid: "[-1, 1]" };
        if valid { Ok(Self { margin }) } else { Err(error) }
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
        let cosines = self.cosines(first, second, similar);
        let losses = cosines.iter().zip(similar).map(|(&cosine, &similar)| {
            if similar {
                1.0 - cosine
            } else if cosine <= self.margin {
                0.0
            } else {
                cosine - self.margin // also for NaN, which is not below the margin
            }
        });
        losses.sum::<f64>() / similar.len() as f64
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
        let cosines = self.cosines(first, second, similar);
        let pairs = similar.len() as f64;
        let (first, second) = (UnitRows::of(first), UnitRows::of(second));
        // The cosine of unit vectors is their product: ∂c/∂u₁ = u₂, and the other way.
        let [mut of_first, mut of_second] = [second.unit.clone(), first.unit.clone()];
        for i in 0..similar.len() {
            let slope = match similar[i] {
                true => -1.0,
                false if cosines[i] <= self.margin => 0.0,
                false => 1.0,
            };
            for gradient in [&mut of_first, &mut of_second] {
                gradient.row_mut(i).mapv_inplace(|g| g * slope / pairs);
            }
        }
        [first.backward(&of_first), second.backward(&of_second)]
    }

    fn cosines(
        &self,
        first: &Array2<f64>,
        second: &Array2<f64>,
        similar: &Array1<bool>,
    ) -> Vec<f64> {
        assert_pairs(first, second, similar);
        let (first, second) = (UnitRows::of(first).unit, UnitRows::of(second).unit);
        first.rows().into_iter().zip(second.rows()).map(|(u, v)| u.dot(&v)).collect()
    }
}
// ANCHOR_END: cosine_embedding
