//! Rosenbrock's valley: easy to enter, hard to follow.
//!
//! L(x, y) = (a − x)² + b (y − x²)²,
//! ∂L/∂x = −2(a − x) − 4bx (y − x²),   ∂L/∂y = 2b (y − x²).
//!
//! The floor of the valley is the parabola y = x², nearly flat; its walls are b times as
//! steep. The only minimum, 0, is at (a, a²).
//!
//! # Reference
//! H. H. Rosenbrock, "An automatic method for finding the greatest or least value of a
//! function", *The Computer Journal* 3 (1960) 175–184.

use super::surface::coordinates;
use super::{Objective, Surface};
use ndarray::{Array1, Array2, array};
use std::ops::Range;

// ANCHOR: rosenbrock
/// (a − x)² + b (y − x²)², with its minimum, 0, at (a, a²).
///
/// ```
/// use listings::surfaces::{Objective, Rosenbrock};
/// use ndarray::array;
///
/// let valley = Rosenbrock::default();
/// assert_eq!(valley.value(&array![1.0, 1.0]), 0.0);
/// // (1 + 1.5)² + 100 (−1.5 − 2.25)².
/// assert_eq!(valley.value(&array![-1.5, -1.5]), 1412.5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rosenbrock {
    /// a: the minimum is at x = a.
    pub a: f64,
    /// b: how much steeper the walls are than the floor.
    pub b: f64,
}

/// a = 1, b = 100, as everywhere.
impl Default for Rosenbrock {
    fn default() -> Self {
        Self { a: 1.0, b: 100.0 }
    }
}

impl Objective for Rosenbrock {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let (x, y) = coordinates(theta);
        (self.a - x).powi(2) + self.b * (y - x * x).powi(2)
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let (x, y) = coordinates(theta);
        let off_the_floor = y - x * x;
        array![
            -2.0 * (self.a - x) - 4.0 * self.b * x * off_the_floor,
            2.0 * self.b * off_the_floor
        ]
    }
}
// ANCHOR_END: rosenbrock

impl Surface for Rosenbrock {
    fn name(&self) -> &'static str {
        "Rosenbrock"
    }

    fn hessian(&self, theta: &Array1<f64>) -> Array2<f64> {
        let (x, y) = coordinates(theta);
        let mixed = -4.0 * self.b * x;
        array![[2.0 + self.b * (12.0 * x * x - 4.0 * y), mixed], [mixed, 2.0 * self.b]]
    }

    fn domain(&self) -> [Range<f64>; 2] {
        [-2.0..2.0, -2.0..3.0]
    }

    fn start(&self) -> Array1<f64> {
        array![-1.5, -1.5]
    }

    fn minima(&self) -> Vec<Array1<f64>> {
        vec![array![self.a, self.a * self.a]]
    }
}
