//! The margin ranking loss: of two scores, the right one shall be higher, by a margin.
//!
//! ℓ = max(0, m − y (s₁ − s₂)),   y = 1 when s₁ shall be higher, −1 when s₂ shall;
//! ∂ℓ/∂s₁ = −y and ∂ℓ/∂s₂ = y where ℓ > 0, else 0; all of shape (n).
//!
//! **Convention.** As PyTorch's `MarginRankingLoss`, whose margin is 0 by default: then a
//! constant model, which ranks nothing, pays nothing. With s₁ = −d(a, p), s₂ = −d(a, n)
//! and y = 1 this is the triplet loss. At the kink the gradient is 0.
//!
//! # Reference
//! R. Herbrich, T. Graepel & K. Obermayer, "Large margin rank boundaries for ordinal
//! regression", in *Advances in Large Margin Classifiers* (2000).

use super::checks::assert_signs;
use crate::error::{ParameterError, non_negative};
use ndarray::{Array1, Zip};

// ANCHOR: margin_ranking
/// max(0, m − y (s₁ − s₂)): what the right order is short of the margin.
///
/// # Panics
/// Different lengths panic, naming both; so does a label that is neither −1 nor +1.
///
/// ```
/// use listings::losses::MarginRanking;
/// use ndarray::array;
///
/// let loss = MarginRanking::new(0.5)?;
/// let (first, second) = (array![3.0, 1.0, 1.0], array![1.0, 2.0, 0.75]);
/// let label = array![1.0, 1.0, 1.0]; // the first of each pair shall be higher
/// // By 2, which will do; by −1; by 0.25, which is half of the margin.
/// assert_eq!(loss.value(&first, &second, &label), (0.0 + 1.5 + 0.25) / 3.0);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarginRanking {
    margin: f64,
}

impl MarginRanking {
    /// A loss that asks for a lead of m.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ m < ∞.
    pub fn new(margin: f64) -> Result<Self, ParameterError> {
        Ok(Self { margin: non_negative("margin", margin)? })
    }

    /// The mean over the pairs; NaN without pairs.
    pub fn value(
        &self,
        first: &Array1<f64>,
        second: &Array1<f64>,
        label: &Array1<f64>,
    ) -> f64 {
        self.missing(first, second, label).sum() / label.len() as f64
    }

    /// The gradients with respect to `first` and to `second`.
    pub fn gradients(
        &self,
        first: &Array1<f64>,
        second: &Array1<f64>,
        label: &Array1<f64>,
    ) -> [Array1<f64>; 2] {
        let pairs = label.len() as f64;
        let mut of_first = self.missing(first, second, label);
        Zip::from(&mut of_first).and(label).for_each(|missing, y| {
            if *missing > 0.0 {
                *missing = -y / pairs;
            }
        });
        let of_second = -&of_first;
        [of_first, of_second]
    }

    /// max(0, m − y (s₁ − s₂)) of each pair, and NaN for a NaN.
    fn missing(
        &self,
        first: &Array1<f64>,
        second: &Array1<f64>,
        label: &Array1<f64>,
    ) -> Array1<f64> {
        let (firsts, seconds, labels) = (first.len(), second.len(), label.len());
        assert_eq!(firsts, seconds, "{firsts} first scores for {seconds} second ones");
        assert_eq!(firsts, labels, "{firsts} pairs of scores for {labels} labels");
        assert_signs(label);
        Zip::from(first).and(second).and(label).map_collect(|first, second, y| {
            let missing = self.margin - y * (first - second);
            if missing <= 0.0 { 0.0 } else { missing }
        })
    }
}
// ANCHOR_END: margin_ranking
