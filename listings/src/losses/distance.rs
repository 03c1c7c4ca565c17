//! Distances between two embeddings, and which way each grows.
//!
//! d(x, y) = ‖x − y‖ = √Σ_k (x_k − y_k)²,   ‖x − y‖²,   or ‖x − y‖₁ = Σ_k |x_k − y_k|,
//! with x and y of shape (e).
//!
//! ∂d/∂x = (x − y)/‖x − y‖,   2 (x − y),   or sign(x − y);   ∂d/∂y = −∂d/∂x.
//!
//! **Convention.** The distance itself has no gradient at x = y, where it has a tip; the
//! code takes 0. PyTorch's `pairwise_distance` adds 10⁻⁶ to each coordinate of x − y
//! instead, and its p is 2 for the first and 1 for the third of these. A squared
//! distance is not a metric (it breaks the triangle inequality), and a margin on it is
//! in squared units.

use ndarray::{Array1, ArrayView1};

// ANCHOR: distance
/// How far two embeddings are apart.
///
/// ```
/// use listings::losses::Distance;
/// use ndarray::{array, aview1};
///
/// let (x, y) = (aview1(&[3.0, 4.0]), aview1(&[0.0, 0.0]));
/// assert_eq!(Distance::Euclidean.between(x, y), 5.0);
/// assert_eq!(Distance::SquaredEuclidean.between(x, y), 25.0);
/// assert_eq!(Distance::Manhattan.between(x, y), 7.0);
/// assert_eq!(Distance::Euclidean.gradient(x, y), array![0.6, 0.8]); // a unit vector
/// assert_eq!(Distance::SquaredEuclidean.gradient(x, y), array![6.0, 8.0]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Distance {
    /// ‖x − y‖, the length of the straight way.
    #[default]
    Euclidean,
    /// ‖x − y‖².
    SquaredEuclidean,
    /// ‖x − y‖₁, the way along the axes.
    Manhattan,
}

impl Distance {
    /// d(x, y).
    ///
    /// # Panics
    /// Different lengths panic, naming both.
    pub fn between(self, x: ArrayView1<f64>, y: ArrayView1<f64>) -> f64 {
        assert_eq!(x.len(), y.len(), "distance of {} numbers to {}", x.len(), y.len());
        let differences = x.iter().zip(y).map(|(x, y)| x - y);
        match self {
            Self::Euclidean => differences.map(|d| d * d).sum::<f64>().sqrt(),
            Self::SquaredEuclidean => differences.map(|d| d * d).sum(),
            Self::Manhattan => differences.map(f64::abs).sum(),
        }
    }

    /// ∂d/∂x, which is −∂d/∂y; 0 where a distance of 0 has none.
    ///
    /// # Panics
    /// Different lengths panic, naming both.
    pub fn gradient(self, x: ArrayView1<f64>, y: ArrayView1<f64>) -> Array1<f64> {
        let distance = self.between(x, y);
        let difference = &x - &y;
        match self {
            Self::Euclidean if distance == 0.0 => difference,
            Self::Euclidean => difference / distance,
            Self::SquaredEuclidean => 2.0 * difference,
            // `signum` of 0 is 1.
            Self::Manhattan => {
                difference.mapv(|d| if d == 0.0 { 0.0 } else { d.signum() })
            }
        }
    }
}
// ANCHOR_END: distance
