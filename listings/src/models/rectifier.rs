//! The rectified linear unit (ReLU).
//!
//! h = max(0, z),   ∂h/∂z = 1 for z > 0, else 0.
//!
//! **Convention.** The subgradient at 0 is 0, as in PyTorch.
//!
//! # Reference
//! V. Nair & G. E. Hinton, "Rectified linear units improve restricted Boltzmann
//! machines", *ICML* (2010).

use ndarray::Array2;

// ANCHOR: rectifier
/// max(0, z); a missing value shows, which `f64::max` would hide.
pub fn rectify(z: &Array2<f64>) -> Array2<f64> {
    z.mapv(|z| if z < 0.0 { 0.0 } else { z })
}

/// Its slope: 1 where z > 0, else 0.
pub fn rectifier_slope(z: &Array2<f64>) -> Array2<f64> {
    z.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 })
}
// ANCHOR_END: rectifier

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn values_and_slopes() {
        let z = array![[-2.0, 0.0, 3.0, f64::NEG_INFINITY, f64::INFINITY]];
        assert_eq!(rectify(&z), array![[0.0, 0.0, 3.0, 0.0, f64::INFINITY]]);
        assert_eq!(rectifier_slope(&z), array![[0.0, 0.0, 1.0, 0.0, 1.0]]);
        assert!(rectify(&array![[f64::NAN]])[[0, 0]].is_nan());
    }
}
