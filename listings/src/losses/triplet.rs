//! The triplet loss.
//!
//! ℓ = max(0, d(a, p) − d(a, n) + m),   d(x, y) = ‖x − y‖, with an anchor a, a positive
//! p and a negative n in each row of three arrays of one shape.
//!
//! Where ℓ > 0, with the unit vectors u = (a − p)/d(a, p) and v = (a − n)/d(a, n):
//! ∂ℓ/∂a = u − v,   ∂ℓ/∂p = −u,   ∂ℓ/∂n = v.
//!
//! **Convention.** Distances, as in PyTorch's `TripletMarginLoss` with p = 2; the paper
//! squares them, and then m has another unit. At a distance of 0 the code takes 0 for
//! the unit vector, and where d(a, p) − d(a, n) + m is exactly 0 the gradient 0.
//! PyTorch's distances add 10⁻⁶ to each coordinate of the difference.
//!
//! # Reference
//! F. Schroff, D. Kalenichenko & J. Philbin, "FaceNet: a unified embedding for face
//! recognition and clustering", *CVPR* (2015), §3.1.

use super::checks::assert_same_shape;
use super::contrastive::length;
use crate::error::{ParameterError, non_negative};
use ndarray::{Array1, Array2, ArrayView1};

// ANCHOR: triplet
/// max(0, d(a, p) − d(a, n) + m): the negative shall be farther than the positive by m.
///
/// ```
/// use listings::losses::Triplet;
/// use ndarray::array;
///
/// let anchor = array![[0.0, 0.0], [0.0, 0.0]];
/// let positive = array![[3.0, 4.0], [0.0, 1.0]]; // distances 5 and 1
/// let negative = array![[6.0, 8.0], [0.0, 1.5]]; // distances 10 and 1.5
/// // The first is far enough; the second misses the margin by a half.
/// assert_eq!(Triplet::new(1.0)?.value(&anchor, &positive, &negative), 0.25);
/// # Ok::<(), listings::ParameterError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triplet {
    margin: f64,
}

impl Triplet {
    /// A triplet loss with margin m.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ m < ∞.
    pub fn new(margin: f64) -> Result<Self, ParameterError> {
        Ok(Self { margin: non_negative("margin", margin)? })
    }

    /// The mean over the triplets; NaN without triplets.
    ///
    /// # Panics
    /// Different shapes panic, naming both.
    pub fn value(
        &self,
        anchor: &Array2<f64>,
        positive: &Array2<f64>,
        negative: &Array2<f64>,
    ) -> f64 {
        assert_triplets(anchor, positive, negative);
        let (near, far) = (anchor - positive, anchor - negative);
        let rows = near.rows().into_iter().zip(far.rows());
        let sum: f64 = rows.map(|(near, far)| self.missing(near, far)).sum();
        sum / anchor.nrows() as f64
    }

    /// The gradients with respect to `anchor`, `positive` and `negative`, in order.
    ///
    /// # Panics
    /// Different shapes panic, naming both.
    pub fn gradients(
        &self,
        anchor: &Array2<f64>,
        positive: &Array2<f64>,
        negative: &Array2<f64>,
    ) -> [Array2<f64>; 3] {
        assert_triplets(anchor, positive, negative);
        let triplets = anchor.nrows() as f64;
        let (mut near, mut far) = (anchor - positive, anchor - negative);
        for (mut near, mut far) in near.rows_mut().into_iter().zip(far.rows_mut()) {
            if self.missing(near.view(), far.view()) == 0.0 {
                near.fill(0.0);
                far.fill(0.0);
            } else {
                let (u, v) = (unit(near.view()), unit(far.view()));
                near.assign(&(u / triplets));
                far.assign(&(v / triplets));
            }
        }
        [&near - &far, -near, far]
    }

    /// max(0, d(a, p) − d(a, n) + m), and NaN for a NaN.
    fn missing(&self, near: ArrayView1<f64>, far: ArrayView1<f64>) -> f64 {
        let missing = length(near) - length(far) + self.margin;
        if missing <= 0.0 { 0.0 } else { missing }
    }
}

/// x / ‖x‖, and 0 for 0.
fn unit(difference: ArrayView1<f64>) -> Array1<f64> {
    let length = length(difference);
    if length == 0.0 { Array1::zeros(difference.len()) } else { &difference / length }
}

fn assert_triplets(a: &Array2<f64>, p: &Array2<f64>, n: &Array2<f64>) {
    assert_same_shape(("anchor", a), ("positive", p));
    assert_same_shape(("anchor", a), ("negative", n));
}
// ANCHOR_END: triplet
