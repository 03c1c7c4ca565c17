//! NT-Xent, the loss of SimCLR: InfoNCE within one batch of two views of each sample.
//!
//! ℓᵢ = −ln (e^(sᵢ_j(i)) / Σ_(k≠i) e^(sᵢ_k)),   s = U Uᵀ/τ,   u = x/‖x‖, with x of shape
//! (2n, e): rows i and i + n are the two views of sample i, and j(i) is the other one.
//!
//! **Convention.** The mean over all 2n rows, as in the paper. A row is no candidate for
//! itself: its own similarity, always the largest, is left out of the sum.
//!
//! # Reference
//! T. Chen, S. Kornblith, M. Norouzi & G. Hinton, "A simple framework for contrastive
//! learning of visual representations", *ICML* (2020), eq. 1.

use super::unit_rows::UnitRows;
use super::{CrossEntropy, Loss};
use crate::error::{ParameterError, positive};
use ndarray::{Array1, Array2};

// ANCHOR: nt_xent
/// Normalized, temperature-scaled cross-entropy of two views of each sample.
///
/// ```
/// use listings::losses::NtXent;
/// use ndarray::array;
///
/// // Two samples; the views of each agree, up to their length, and the samples do not.
/// let views = array![[1.0, 0.0], [0.0, 1.0], [3.0, 0.0], [0.0, 0.5]];
/// // Of three candidates one has the cosine 1 and two have 0: ln(1 + 2 e^(−1/τ)).
/// let value = NtXent::new(0.5)?.value(&views);
/// assert!((value - (2.0 * (-2_f64).exp()).ln_1p()).abs() < 1e-15);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NtXent {
    temperature: f64,
}

impl NtXent {
    /// NT-Xent at temperature τ.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 < τ < ∞.
    pub fn new(temperature: f64) -> Result<Self, ParameterError> {
        Ok(Self { temperature: positive("temperature", temperature)? })
    }

    /// The mean over the rows; NaN without rows.
    ///
    /// # Panics
    /// An odd number of rows panics.
    pub fn value(&self, views: &Array2<f64>) -> f64 {
        let logits = self.logits(&UnitRows::of(views).unit);
        CrossEntropy::default().value(&logits, &other_views(views.nrows()))
    }

    /// The gradient with respect to `views`, of its shape.
    ///
    /// # Panics
    /// An odd number of rows panics.
    pub fn gradient(&self, views: &Array2<f64>) -> Array2<f64> {
        let rows = UnitRows::of(views);
        let logits = self.logits(&rows.unit);
        let other_views = other_views(views.nrows());
        let of_logits = CrossEntropy::default().gradient(&logits, &other_views);
        // Each row of U is a query and a key.
        let of_unit = (&of_logits + &of_logits.t()).dot(&rows.unit) / self.temperature;
        rows.backward(&of_unit)
    }

    /// U Uᵀ/τ, with −∞ on the diagonal: e^(−∞) = 0 leaves a row out of its own sum.
    fn logits(&self, unit: &Array2<f64>) -> Array2<f64> {
        let mut logits = unit.dot(&unit.t()) / self.temperature;
        logits.diag_mut().fill(f64::NEG_INFINITY);
        logits
    }
}

/// j(i) = i ± n.
fn other_views(rows: usize) -> Array1<usize> {
    assert!(rows.is_multiple_of(2), "{rows} rows are not two views of each sample");
    (0..rows).map(|i| (i + rows / 2) % rows).collect()
}
// ANCHOR_END: nt_xent
