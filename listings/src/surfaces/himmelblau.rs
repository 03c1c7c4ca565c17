//! Himmelblau's function: four minima, all equally good.
//!
//! L(x, y) = p² + q² with p = x² + y − 11 and q = x + y² − 7,
//! ∂L/∂x = 4xp + 2q,   ∂L/∂y = 2p + 4yq.
//!
//! The minima, all 0, are where both parabolas meet: at (3, 2) and three points more.
//!
//! # Reference
//! D. M. Himmelblau, *Applied Nonlinear Programming*, McGraw-Hill, 1972.

use super::surface::coordinates;
use super::{Objective, Surface};
use ndarray::{Array1, Array2, array};
use std::ops::Range;

// ANCHOR: himmelblau
/// (x² + y − 11)² + (x + y² − 7)², with four minima of 0.
///
/// ```
/// use listings::surfaces::{Himmelblau, Objective};
/// use ndarray::array;
///
/// assert_eq!(Himmelblau.value(&array![3.0, 2.0]), 0.0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Himmelblau;

impl Objective for Himmelblau {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let (p, q) = parabolas(theta);
        p * p + q * q
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let ((x, y), (p, q)) = (coordinates(theta), parabolas(theta));
        array![4.0 * x * p + 2.0 * q, 2.0 * p + 4.0 * y * q]
    }
}

/// p = x² + y − 11 and q = x + y² − 7.
fn parabolas(theta: &Array1<f64>) -> (f64, f64) {
    let (x, y) = coordinates(theta);
    (x * x + y - 11.0, x + y * y - 7.0)
}
// ANCHOR_END: himmelblau

impl Surface for Himmelblau {
    fn name(&self) -> &'static str {
        "Himmelblau"
    }

    fn hessian(&self, theta: &Array1<f64>) -> Array2<f64> {
        let (x, y) = coordinates(theta);
        let (p, q) = parabolas(theta);
        let mixed = 4.0 * (x + y);
        array![[4.0 * p + 8.0 * x * x + 2.0, mixed], [mixed, 4.0 * q + 8.0 * y * y + 2.0]]
    }

    fn domain(&self) -> [Range<f64>; 2] {
        [-5.0..5.0, -5.0..5.0]
    }

    fn start(&self) -> Array1<f64> {
        array![0.0, 0.0]
    }

    /// The three beside (3, 2) are roots of a polynomial, to the last digit.
    fn minima(&self) -> Vec<Array1<f64>> {
        vec![
            array![3.0, 2.0],
            array![-2.805118086952745, 3.131312518250573],
            array![-3.779310253377747, -3.28318599128617],
            array![3.584428340330492, -1.848126526964404],
        ]
    }
}
