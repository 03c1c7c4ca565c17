//! A saddle between two minima.
//!
//! L(x, y) = ½x² − ½y² + ¼y⁴,   g = (x, y³ − y),   ∂²L/∂θ∂θᵀ = diag(1, 3y² − 1).
//!
//! At the origin the slope is zero, and L curves up along x and down along y: a saddle.
//! The fourth power keeps the ways down from falling forever; they end in the minima
//! (0, ±1), where L = −¼.

use super::surface::coordinates;
use super::{Objective, Surface};
use ndarray::{Array1, Array2, array};
use std::ops::Range;

// ANCHOR: saddle
/// ½x² − ½y² + ¼y⁴: a saddle at the origin, minima of −¼ at (0, ±1).
///
/// ```
/// use listings::surfaces::{Objective, Saddle};
/// use ndarray::array;
///
/// assert_eq!(Saddle.gradient(&array![0.0, 0.0]), array![0.0, 0.0]);
/// assert_eq!(Saddle.value(&array![0.0, 1.0]), -0.25);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saddle;

impl Objective for Saddle {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let (x, y) = coordinates(theta);
        0.5 * x * x - 0.5 * y * y + 0.25 * y.powi(4)
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let (x, y) = coordinates(theta);
        array![x, y.powi(3) - y]
    }
}
// ANCHOR_END: saddle

impl Surface for Saddle {
    fn name(&self) -> &'static str {
        "saddle"
    }

    fn hessian(&self, theta: &Array1<f64>) -> Array2<f64> {
        let (_, y) = coordinates(theta);
        array![[1.0, 0.0], [0.0, 3.0 * y * y - 1.0]]
    }

    fn domain(&self) -> [Range<f64>; 2] {
        [-2.0..2.0, -1.75..1.75]
    }

    /// A hair beside the ridge, on which gradient descent would end at the saddle.
    fn start(&self) -> Array1<f64> {
        array![-1.5, 1e-3]
    }

    fn minima(&self) -> Vec<Array1<f64>> {
        vec![array![0.0, 1.0], array![0.0, -1.0]]
    }
}
