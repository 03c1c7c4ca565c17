//! The quadratic: every smooth minimum, seen from close by.
//!
//! L(θ) = ½ Σᵢ λᵢ (θᵢ − cᵢ)²,   gᵢ = λᵢ (θᵢ − cᵢ),   ∂²L/∂θᵢ² = λᵢ,
//! with the curvatures λ and the center c of shape (d).
//!
//! Its axes are those of the coordinates. Any other quadratic with a minimum is this one
//! after a rotation, to which gradient descent and momentum are indifferent, and
//! optimizers with a rate for each coordinate are not.

use super::surface::check_coordinates;
use super::{Objective, Surface};
use crate::error::{ParameterError, positive};
use ndarray::{Array1, Array2, array};
use std::ops::Range;

// ANCHOR: quadratic
/// L(θ) = ½ Σᵢ λᵢ (θᵢ − cᵢ)², with its minimum, 0, at c.
///
/// ```
/// use listings::surfaces::{Objective, Quadratic};
/// use ndarray::array;
///
/// let ravine = Quadratic::ravine(); // x² + 10y²
/// assert_eq!(ravine.value(&array![5.0, 2.0]), 65.0);
/// assert_eq!(ravine.gradient(&array![5.0, 2.0]), array![10.0, 40.0]);
/// assert_eq!(ravine.condition_number(), 10.0);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Quadratic {
    name: &'static str,
    curvatures: Array1<f64>,
    center: Array1<f64>,
}

impl Quadratic {
    /// A quadratic with curvatures λ of shape (d) around the origin.
    ///
    /// # Errors
    /// [`ParameterError`] for a curvature that is not in (0, ∞).
    pub fn new(curvatures: Array1<f64>) -> Result<Self, ParameterError> {
        for &curvature in &curvatures {
            positive("curvature", curvature)?;
        }
        let center = Array1::zeros(curvatures.len());
        Ok(Self { name: "quadratic", curvatures, center })
    }

    /// The same with its minimum at `center` of shape (d).
    ///
    /// # Panics
    /// Panics when `center` is not as long as the curvatures.
    pub fn around(mut self, center: Array1<f64>) -> Self {
        let (curvatures, coordinates) = (self.curvatures.len(), center.len());
        assert_eq!(
            curvatures, coordinates,
            "{curvatures} curvatures, but {coordinates} coordinates"
        );
        self.center = center;
        self
    }

    /// ½(θ₁² + 10θ₂²).
    pub fn bowl() -> Self {
        Self { name: "bowl", curvatures: array![1.0, 10.0], center: Array1::zeros(2) }
    }

    /// θ₁² + 10θ₂².
    pub fn ravine() -> Self {
        Self { name: "ravine", curvatures: array![2.0, 20.0], center: Array1::zeros(2) }
    }

    /// κ = λ_max / λ_min, which says how long a ravine is for its width.
    pub fn condition_number(&self) -> f64 {
        let largest = self.curvatures.iter().fold(0.0, |most, &c| f64::max(most, c));
        let smallest = self.curvatures.iter().fold(f64::MAX, |least, &c| least.min(c));
        largest / smallest
    }
}

impl Objective for Quadratic {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        check_coordinates(theta, self.curvatures.len());
        let offset = theta - &self.center;
        0.5 * (&self.curvatures * &offset * &offset).sum()
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        check_coordinates(theta, self.curvatures.len());
        &self.curvatures * &(theta - &self.center)
    }
}
// ANCHOR_END: quadratic

impl Surface for Quadratic {
    fn name(&self) -> &'static str {
        self.name
    }

    fn hessian(&self, theta: &Array1<f64>) -> Array2<f64> {
        check_coordinates(theta, self.curvatures.len());
        Array2::from_diag(&self.curvatures)
    }

    fn domain(&self) -> [Range<f64>; 2] {
        [-6.0..6.0, -4.0..4.0]
    }

    fn start(&self) -> Array1<f64> {
        if self.name == "ravine" { array![5.0, 2.0] } else { array![3.5, 3.5] }
    }

    fn minima(&self) -> Vec<Array1<f64>> {
        vec![self.center.clone()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curvature_that_makes_no_bowl_is_refused() {
        for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            let error = Quadratic::new(array![1.0, bad]).unwrap_err();
            assert_eq!(error.to_string(), format!("curvature = {bad} is outside (0, ∞)"));
        }
    }

    #[test]
    #[should_panic(expected = "2 curvatures, but 3 coordinates")]
    fn a_center_of_another_length_is_refused() {
        let _ = Quadratic::bowl().around(array![1.0, 2.0, 3.0]);
    }

    #[test]
    #[should_panic(expected = "a function of 3 parameters, but θ of 1")]
    fn one_coordinate_is_not_shared_by_all_curvatures() {
        Quadratic::new(array![1.0, 2.0, 3.0]).unwrap().value(&array![1.0]);
    }
}
