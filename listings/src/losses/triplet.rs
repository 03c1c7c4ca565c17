//! The triplet loss.
//!
//! ℓ = max(0, d(a, p) − d(a, n) + m),   with an anchor a, a positive p and a negative n
//! in each row of three arrays of one shape, and a distance d, by default ‖x − y‖.
//!
//! Where ℓ > 0, with u = ∂d(a, p)/∂a and v = ∂d(a, n)/∂a, which for ‖x − y‖ are the unit
//! vectors (a − p)/‖a − p‖ and (a − n)/‖a − n‖:
//! ∂ℓ/∂a = u − v,   ∂ℓ/∂p = −u,   ∂ℓ/∂n = v.
//!
//! **Convention.** Distances, as in PyTorch's `TripletMarginLoss` with p = 2; the paper
//! squares them, and then m has another unit. `with_swap` puts min(d(a, n), d(p, n)) in
//! the place of d(a, n). At a distance of 0 the code takes 0 for the unit vector, and
//! where d(a, p) − d(a, n) + m is exactly 0 the gradient 0. PyTorch's distances add 10⁻⁶
//! to each coordinate of the difference.
//!
//! # References
//! F. Schroff, D. Kalenichenko & J. Philbin, "FaceNet: a unified embedding for face
//! recognition and clustering", *CVPR* (2015), §3.1. The swap: V. Balntas, E. Riba,
//! D. Ponsa & K. Mikolajczyk, "Learning local feature descriptors with triplets and
//! shallow convolutional neural networks", *BMVC* (2016).

use super::Distance;
use super::checks::assert_same_shape;
use crate::error::{ParameterError, non_negative};
use ndarray::{Array2, ArrayView1};

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
    distance: Distance,
    swap: bool,
}

impl Triplet {
    /// A triplet loss of Euclidean distances with margin m.
    ///
    /// # Errors
    /// [`ParameterError`] unless 0 ≤ m < ∞.
    pub fn new(margin: f64) -> Result<Self, ParameterError> {
        let margin = non_negative("margin", margin)?;
        Ok(Self { margin, distance: Distance::default(), swap: false })
    }

    /// Measures by another distance; the margin is in its unit.
    pub fn with_distance(self, distance: Distance) -> Self {
        Self { distance, ..self }
    }

    /// Lets the positive stand in for the anchor where it is nearer to the negative.
    pub fn with_swap(self) -> Self {
        Self { swap: true, ..self }
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
        let rows = 0..anchor.nrows();
        let missing = |i| self.missing(anchor.row(i), positive.row(i), negative.row(i));
        rows.map(missing).sum::<f64>() / anchor.nrows() as f64
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
        let [mut of_anchor, mut of_positive, mut of_negative] =
            [(); 3].map(|()| Array2::zeros(anchor.raw_dim()));
        for i in 0..anchor.nrows() {
            let (a, p, n) = (anchor.row(i), positive.row(i), negative.row(i));
            if self.missing(a, p, n) == 0.0 {
                continue;
            }
            let u = self.distance.gradient(a, p) / triplets;
            of_anchor.row_mut(i).scaled_add(1.0, &u);
            of_positive.row_mut(i).scaled_add(-1.0, &u);
            let (from, mut of_from) = match self.is_swapped(a, p, n) {
                true => (p, of_positive.row_mut(i)),
                false => (a, of_anchor.row_mut(i)),
            };
            let v = self.distance.gradient(from, n) / triplets;
            of_from.scaled_add(-1.0, &v);
            of_negative.row_mut(i).scaled_add(1.0, &v);
        }
        [of_anchor, of_positive, of_negative]
    }

    /// max(0, d(a, p) − d(a, n) + m), and NaN for a NaN.
    fn missing(
        &self,
        anchor: ArrayView1<f64>,
        positive: ArrayView1<f64>,
        negative: ArrayView1<f64>,
    ) -> f64 {
        let near = self.distance.between(anchor, positive);
        let from = match self.is_swapped(anchor, positive, negative) {
            true => positive,
            false => anchor,
        };
        let missing = near - self.distance.between(from, negative) + self.margin;
        if missing <= 0.0 { 0.0 } else { missing }
    }

    fn is_swapped(
        &self,
        anchor: ArrayView1<f64>,
        positive: ArrayView1<f64>,
        negative: ArrayView1<f64>,
    ) -> bool {
        let to_negative = |from| self.distance.between(from, negative);
        self.swap && to_negative(positive) < to_negative(anchor)
    }
}

fn assert_triplets(a: &Array2<f64>, p: &Array2<f64>, n: &Array2<f64>) {
    assert_same_shape(("anchor", a), ("positive", p));
    assert_same_shape(("anchor", a), ("negative", n));
}
// ANCHOR_END: triplet
