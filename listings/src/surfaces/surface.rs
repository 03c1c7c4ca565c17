//! A function to walk on: its slope, its curvature, and where it is lowest.

use super::Objective;
use ndarray::{Array1, Array2};
use std::ops::Range;

// ANCHOR: surface
/// A function of two parameters that a picture can show.
///
/// # Panics
/// A point that does not have two coordinates panics. A [`Quadratic`](super::Quadratic)
/// is a surface where it has two curvatures, and asks for as many coordinates as it has.
pub trait Surface: Objective {
    /// Its name in figures and tables.
    fn name(&self) -> &'static str;

    /// The Hessian ∂²L/∂θ∂θᵀ of shape (2, 2).
    fn hessian(&self, theta: &Array1<f64>) -> Array2<f64>;

    /// Where its story happens: a range of θ₁ and one of θ₂.
    fn domain(&self) -> [Range<f64>; 2];

    /// Where the textbooks start.
    fn start(&self) -> Array1<f64>;

    /// All points at which L is least.
    fn minima(&self) -> Vec<Array1<f64>>;
}
// ANCHOR_END: surface

/// (x, y), the coordinates of a point on a surface.
///
/// # Panics
/// Panics when θ has not two.
pub(super) fn coordinates(theta: &Array1<f64>) -> (f64, f64) {
    check_coordinates(theta, 2);
    (theta[0], theta[1])
}

/// That θ is a point of a function of d parameters.
///
/// # Panics
/// Panics when it has not d coordinates.
pub(super) fn check_coordinates(theta: &Array1<f64>, d: usize) {
    let entries = theta.len();
    assert_eq!(d, entries, "a function of {d} parameters, but θ of {entries}");
}
