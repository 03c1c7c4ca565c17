//! The hinge embedding loss, of distances that were computed elsewhere.
//!
//! ℓ = y d + (1 − y) max(0, m − d),   y = 1 for a similar pair, 0 for a dissimilar one;
//! ∂ℓ/∂d = 1 for a similar pair, −1 for a dissimilar one with d < m, else 0; d and y of
//! shape (n).
//!
//! **Convention.** As PyTorch's `HingeEmbeddingLoss`, whose y is −1 for dissimilar. It is
//! the contrastive loss without its squares; in spite of its name it is not the hinge
//! loss of a classifier. At the kink d = m the code takes 0.
//!
//! # Reference
//! PyTorch's documentation of `torch.nn.HingeEmbeddingLoss`.

use super::Loss;
use crate::error::{ParameterError, non_negative};
use ndarray::{Array1, Zip};

// ANCHOR: hinge_embedding
/// d for a similar pair, max(0, m − d) for a dissimilar one, averaged over the pairs.
///
/// # Panics
/// Different lengths panic, naming both.
///
/// ```
/// use listings::losses::{HingeEmbedding, Loss};
/// use ndarray::array;
///
/// let distance = array![0.5, 0.25, 3.0];
/// let similar = array![true, false, false];
/// let loss = HingeEmbedding::new(1.0)?;
/// // (0.5 + (1 − 0.25) + 0) / 3
/// assert_eq!(loss.value(&distance, &similar), 1.25 / 3.0);
/// assert_eq!(loss.gradient(&distance, &similar), array![1.0, -1.0, 0.0] / 3.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HingeEmbedding {
    margin: f64,
}

impl HingeEmbedding {
    /// A loss that asks for a distance of m between dissimilar samples.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ m < ∞.
    pub fn new(margin: f64) -> Result<Self, ParameterError> {
        Ok(Self { margin: non_negative("margin", margin)? })
    }
}

impl Loss<Array1<f64>, Array1<bool>> for HingeEmbedding {
    fn value(&self, distance: &Array1<f64>, similar: &Array1<bool>) -> f64 {
        assert_pairs(distance, similar);
        let sum = Zip::from(distance).and(similar).fold(0.0, |sum, &d, &similar| {
            // NaN is beyond no margin, so that it is not lost.
            sum + if similar {
                d
            } else if d >= self.margin {
                0.0
            } else {
                self.margin - d
            }
        });
        sum / distance.len() as f64
    }

    fn gradient(&self, distance: &Array1<f64>, similar: &Array1<bool>) -> Array1<f64> {
        assert_pairs(distance, similar);
        let pairs = distance.len() as f64;
        Zip::from(distance).and(similar).map_collect(|&d, &similar| match similar {
            _ if d.is_nan() => d,
            true => 1.0 / pairs,
            false if d >= self.margin => 0.0,
            false => -1.0 / pairs,
        })
    }
}

fn assert_pairs(distance: &Array1<f64>, similar: &Array1<bool>) {
    let (distances, labels) = (distance.len(), similar.len());
    assert_eq!(distances, labels, "{distances} distances for {labels} labels");
}
// ANCHOR_END: hinge_embedding
