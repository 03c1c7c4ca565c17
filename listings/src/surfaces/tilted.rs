//! A quadratic whose axes are not those of the coordinates.
//!
//! L(θ) = ½ (λ₁ u² + λ₂ v²),   u = θ₁ cos φ + θ₂ sin φ,   v = −θ₁ sin φ + θ₂ cos φ.
//!
//! The gradient is turned as the axes are, and so is a step along it: gradient descent
//! walks the same path, turned. A rate for each coordinate has no such twin.

use super::surface::{check_coordinates, coordinates};
use super::{Objective, Surface};
use crate::error::{ParameterError, positive};
use ndarray::{Array1, Array2, array};
use std::ops::Range;

// ANCHOR: tilted
/// A quadratic with curvatures λ along axes that are turned by φ, and its minimum, 0, at
/// the origin.
///
/// ```
/// use listings::surfaces::{Objective, Quadratic, Tilted};
/// use ndarray::array;
///
/// let upright = Tilted::new([1.0, 10.0], 0.0).unwrap();
/// let theta = array![3.0, -2.0];
/// assert_eq!(upright.gradient(&theta), Quadratic::bowl().gradient(&theta));
/// // At 45°, both diagonals are axes: along (1, 1) the curvature is 1.
/// let tilted = Tilted::new([1.0, 10.0], 45.0).unwrap();
/// assert!((tilted.value(&array![1.0, 1.0]) - 1.0).abs() < 1e-15);
/// assert!((tilted.value(&array![1.0, -1.0]) - 10.0).abs() < 1e-14);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tilted {
    curvatures: [f64; 2],
    cosine: f64,
    sine: f64,
}

impl Tilted {
    /// Curvatures λ, and the angle φ of the first axis in degrees.
    ///
    /// # Errors
    /// [`ParameterError`] unless λ is in (0, ∞) and φ is finite.
    pub fn new(curvatures: [f64; 2], degrees: f64) -> Result<Self, ParameterError> {
        for curvature in curvatures {
            positive("curvature", curvature)?;
        }
        if !degrees.is_finite() {
            let (name, value, valid) = ("degrees", degrees, "(−∞, ∞)");
            return Err(ParameterError { name, value, valid });
        }
        let (sine, cosine) = degrees.to_radians().sin_cos();
        Ok(Self { curvatures, cosine, sine })
    }

    /// (u, v), the coordinates along the axes.
    fn along_axes(&self, theta: &Array1<f64>) -> (f64, f64) {
        let (x, y) = coordinates(theta);
        (self.cosine * x + self.sine * y, self.cosine * y - self.sine * x)
    }
}

impl Objective for Tilted {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let (u, v) = self.along_axes(theta);
        0.5 * (self.curvatures[0] * u * u + self.curvatures[1] * v * v)
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let (u, v) = self.along_axes(theta);
        let (by_u, by_v) = (self.curvatures[0] * u, self.curvatures[1] * v);
        array![
            self.cosine * by_u - self.sine * by_v,
            self.sine * by_u + self.cosine * by_v
        ]
    }
}
// ANCHOR_END: tilted

impl Surface for Tilted {
    fn name(&self) -> &'static str {
        "tilted"
    }

    fn hessian(&self, theta: &Array1<f64>) -> Array2<f64> {
        check_coordinates(theta, 2);
        let ([first, second], cosine, sine) = (self.curvatures, self.cosine, self.sine);
        let mixed = (first - second) * sine * cosine;
        array![
            [first * cosine * cosine + second * sine * sine, mixed],
            [mixed, first * sine * sine + second * cosine * cosine]
        ]
    }

    fn domain(&self) -> [Range<f64>; 2] {
        [-4.0..4.0, -4.0..4.0]
    }

    fn start(&self) -> Array1<f64> {
        array![3.0, 2.0]
    }

    fn minima(&self) -> Vec<Array1<f64>> {
        vec![Array1::zeros(2)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gradient_and_value_are_those_of_the_hessian() {
        for degrees in [0.0, 17.0, 45.0, 90.0, -130.0] {
            let tilted = Tilted::new([1.0, 30.0], degrees).unwrap();
            let theta = array![1.5, -0.75];
            let gradient = tilted.gradient(&theta);
            // A handful of roundings of numbers up to 60.
            let error = &gradient - &tilted.hessian(&theta).dot(&theta);
            assert!(error.iter().all(|e| e.abs() < 1e-13), "{degrees}: {error}");
            let value = 0.5 * theta.dot(&gradient);
            assert!((tilted.value(&theta) - value).abs() < 1e-13, "{degrees}");
        }
    }

    #[test]
    fn what_cannot_be_is_named() {
        let error = Tilted::new([1.0, 0.0], 0.0).unwrap_err().to_string();
        assert_eq!(error, "curvature = 0 is outside (0, ∞)");
        let error = Tilted::new([1.0, 1.0], f64::NAN).unwrap_err().to_string();
        assert_eq!(error, "degrees = NaN is outside (−∞, ∞)");
    }
}
