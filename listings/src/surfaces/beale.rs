//! Beale's function: a flat plain between steep cliffs.
//!
//! L(x, y) = Σₖ rₖ²,   rₖ = cₖ − x + xyᵏ for k = 1, 2, 3 and c = (1.5, 2.25, 2.625),
//! ∂rₖ/∂x = yᵏ − 1,   ∂rₖ/∂y = kxyᵏ⁻¹.
//!
//! The minimum, 0, is at (3, ½). Along x = 0 and at y = 1 the slope all but vanishes, and
//! at the corners of the domain it is 10⁵.
//!
//! # Reference
//! E. M. L. Beale, *On an iterative method for finding a local minimum of a function of
//! more than one variable*, Princeton, 1958; as in J. J. Moré, B. S. Garbow & K. E.
//! Hillstrom, "Testing unconstrained optimization software", *ACM Transactions on
//! Mathematical Software* 7 (1981) 17–41, problem 5.

use super::surface::coordinates;
use super::{Objective, Surface};
use ndarray::{Array1, Array2, array};
use std::ops::Range;

/// cₖ, which put the minimum at (3, ½).
const TARGETS: [f64; 3] = [1.5, 2.25, 2.625];

// ANCHOR: beale
/// Σₖ (cₖ − x + xyᵏ)², with its minimum, 0, at (3, ½).
///
/// ```
/// use listings::surfaces::{Beale, Objective};
/// use ndarray::array;
///
/// assert_eq!(Beale.value(&array![3.0, 0.5]), 0.0);
/// // 1.5² + 2.25² + 2.625² where x = 0, whatever y is.
/// assert_eq!(Beale.value(&array![0.0, 4.0]), 14.203125);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Beale;

/// rₖ, ∂rₖ/∂x, ∂rₖ/∂y and k, for each k.
fn terms(theta: &Array1<f64>) -> [(f64, f64, f64, f64); 3] {
    let (x, y) = coordinates(theta);
    [1, 2, 3].map(|k| {
        let power = y.powi(k);
        let residual = TARGETS[k as usize - 1] - x + x * power;
        (residual, power - 1.0, f64::from(k) * x * y.powi(k - 1), f64::from(k))
    })
}

impl Objective for Beale {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        terms(theta).iter().map(|(residual, ..)| residual * residual).sum()
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let mut gradient = Array1::zeros(2);
        for (residual, by_x, by_y, _) in terms(theta) {
            gradient[0] += 2.0 * residual * by_x;
            gradient[1] += 2.0 * residual * by_y;
        }
        gradient
    }
}
// ANCHOR_END: beale

impl Surface for Beale {
    fn name(&self) -> &'static str {
        "Beale"
    }

    fn hessian(&self, theta: &Array1<f64>) -> Array2<f64> {
        let (x, y) = coordinates(theta);
        let mut hessian = Array2::zeros((2, 2));
        for (residual, by_x, by_y, k) in terms(theta) {
            let mixed = k * y.powi(k as i32 - 1);
            let bend =
                if k > 1.0 { k * (k - 1.0) * x * y.powi(k as i32 - 2) } else { 0.0 };
            hessian[(0, 0)] += 2.0 * by_x * by_x;
            hessian[(0, 1)] += 2.0 * (by_x * by_y + residual * mixed);
            hessian[(1, 1)] += 2.0 * (by_y * by_y + residual * bend);
        }
        hessian[(1, 0)] = hessian[(0, 1)];
        hessian
    }

    fn domain(&self) -> [Range<f64>; 2] {
        [-4.5..4.5, -4.5..4.5]
    }

    fn start(&self) -> Array1<f64> {
        array![1.0, 1.5]
    }

    fn minima(&self) -> Vec<Array1<f64>> {
        vec![array![3.0, 0.5]]
    }
}
