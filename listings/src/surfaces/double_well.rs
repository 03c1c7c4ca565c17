//! Two valleys in one dimension, one deeper than the other.
//!
//! L(x) = ¼x⁴ − ½x² + τx,   L′(x) = x³ − x + τ,   L″(x) = 3x² − 1, with the tilt τ.
//!
//! For 0 ≤ τ < 2/√27 ≈ 0.385 it has a deep minimum near −1, a shallow one near +1, and a
//! pass between them.

use super::Objective;
use crate::error::ParameterError;
use ndarray::{Array1, array};

// ANCHOR: double_well
/// ¼x⁴ − ½x² + τx: θ = (x) of shape (1).
///
/// ```
/// use listings::surfaces::{DoubleWell, Objective};
/// use ndarray::array;
///
/// let level = DoubleWell::new(0.0).unwrap();
/// assert_eq!((level.deep(), level.shallow(), level.pass()), (-1.0, 1.0, 0.0));
/// assert_eq!(level.value(&array![1.0]), -0.25);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DoubleWell {
    tilt: f64,
}

impl DoubleWell {
    /// Two wells with tilt τ, which raises the right one.
    ///
    /// # Errors
    /// [`ParameterError`] unless τ is in [0, 0.38]: beyond, one well is left.
    pub fn new(tilt: f64) -> Result<Self, ParameterError> {
        if (0.0..=0.38).contains(&tilt) {
            Ok(Self { tilt })
        } else {
            Err(ParameterError { name: "tilt", value: tilt, valid: "[0, 0.38]" })
        }
    }

    /// The x of the deep minimum.
    pub fn deep(&self) -> f64 {
        self.critical_point(-1.0)
    }

    /// The x of the shallow minimum.
    pub fn shallow(&self) -> f64 {
        self.critical_point(1.0)
    }

    /// The x of the pass between them.
    pub fn pass(&self) -> f64 {
        self.critical_point(0.0)
    }

    /// The zero of L′ to which Newton's method leads.
    fn critical_point(&self, start: f64) -> f64 {
        (0..60).fold(start, |x, _| x - (x * x * x - x + self.tilt) / (3.0 * x * x - 1.0))
    }
}

impl Objective for DoubleWell {
    fn value(&self, theta: &Array1<f64>) -> f64 {
        let x = theta[0];
        0.25 * x.powi(4) - 0.5 * x * x + self.tilt * x
    }

    fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        let x = theta[0];
        array![x * x * x - x + self.tilt]
    }
}
// ANCHOR_END: double_well

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slope_vanishes_at_the_three_points_and_they_are_in_order() {
        for tilt in [0.0, 0.1, 0.2, 0.3, 0.38] {
            let wells = DoubleWell::new(tilt).unwrap();
            let [deep, pass, shallow] = [wells.deep(), wells.pass(), wells.shallow()];
            assert!(deep < pass && pass < shallow, "{deep} {pass} {shallow}");
            for x in [deep, pass, shallow] {
                // Roundings of numbers of size one; near τ = 0.385 two points meet.
                assert!(wells.gradient(&array![x])[0].abs() < 1e-15, "{tilt}: {x}");
            }
            let at = |x: f64| wells.value(&array![x]);
            assert!(at(deep) <= at(shallow) && at(shallow) < at(pass));
        }
    }

    #[test]
    fn a_tilt_that_leaves_one_well_is_refused() {
        for bad in [-0.1, 0.39, f64::NAN] {
            let error = DoubleWell::new(bad).unwrap_err().to_string();
            assert_eq!(error, format!("tilt = {bad} is outside [0, 0.38]"));
        }
    }
}
