//! InfoNCE: find the partner of a sample among n candidates.
//!
//! ℓᵢ = −ln (e^(sᵢᵢ) / Σ_j e^(sᵢ_j)),   s = Q Kᵀ/τ, with queries Q and keys K of shape
//! (n, e): key i is the partner of query i, the other n − 1 keys are its negatives.
//!
//! It is the cross-entropy of n classes with logits sᵢ and class i. With its gradient
//! G = ∂L/∂s of shape (n, n): ∂L/∂Q = G K/τ,   ∂L/∂K = Gᵀ Q/τ.
//!
//! **Convention.** The similarity is the product q·k: pass rows of length 1 (see
//! [`UnitRows`](super::UnitRows)) to make it the cosine. The temperature τ divides; CLIP
//! multiplies by a learned scale instead, and averages this loss with the one that looks
//! for the query of each key.
//!
//! # Reference
//! A. van den Oord, Y. Li & O. Vinyals, "Representation learning with contrastive
//! predictive coding", arXiv:1807.03748 (2018), eq. 4.

use super::checks::assert_same_shape;
use super::{CrossEntropy, Loss};
use crate::error::{ParameterError, positive};
use ndarray::{Array1, Array2};

// ANCHOR: info_nce
/// Cross-entropy over similarities: each query has to recognize its own key.
///
/// ```
/// use listings::losses::InfoNce;
/// use ndarray::array;
///
/// let views = array![[1.0, 0.0], [0.0, 1.0]];
/// // Its own key is similar by 1, the other by 0: ln(1 + e^(−1/τ)).
/// let value = InfoNce::new(0.5)?.value(&views, &views);
/// assert!((value - (-2_f64).exp().ln_1p()).abs() < 1e-15);
/// // Nothing to tell them apart: ln 2.
/// let same = array![[1.0, 0.0], [1.0, 0.0]];
/// let value = InfoNce::new(0.5)?.value(&same, &same);
/// assert_eq!(value, std::f64::consts::LN_2);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InfoNce {
    temperature: f64,
}

impl InfoNce {
    /// InfoNCE at temperature τ.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 < τ < ∞.
    pub fn new(temperature: f64) -> Result<Self, ParameterError> {
        Ok(Self { temperature: positive("temperature", temperature)? })
    }

    /// The mean over the queries; NaN without queries.
    ///
    /// # Panics
    /// Different shapes panic, naming both.
    pub fn value(&self, queries: &Array2<f64>, keys: &Array2<f64>) -> f64 {
        CrossEntropy::default().value(&self.logits(queries, keys), &partners(queries))
    }

    /// The gradients with respect to `queries` and to `keys`, of their shape.
    ///
    /// # Panics
    /// Different shapes panic, naming both.
    pub fn gradients(
        &self,
        queries: &Array2<f64>,
        keys: &Array2<f64>,
    ) -> [Array2<f64>; 2] {
        let logits = self.logits(queries, keys);
        let of_logits = CrossEntropy::default().gradient(&logits, &partners(queries));
        let of_logits = of_logits / self.temperature;
        [of_logits.dot(keys), of_logits.t().dot(queries)]
    }

    /// Q Kᵀ/τ, of shape (n, n).
    fn logits(&self, queries: &Array2<f64>, keys: &Array2<f64>) -> Array2<f64> {
        assert_same_shape(("queries", queries), ("keys", keys));
        queries.dot(&keys.t()) / self.temperature
    }
}

/// The class of query i is i.
fn partners(queries: &Array2<f64>) -> Array1<usize> {
    Array1::from_iter(0..queries.nrows())
}
// ANCHOR_END: info_nce
