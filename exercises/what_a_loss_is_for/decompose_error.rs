//! # Take an error apart
//!
//! Given are the fits to many data sets, one a row, at the same places, one a column, and the
//! truth at these places. Write the squared bias and the variance, both averaged over the
//! places, and the expected squared error on fresh targets whose noise has the standard
//! deviation $\sigma$.
//!
//! The variance divides by the number of data sets, so that the parts add up exactly.

use ndarray::{Array1, Array2};

/// (mean fit − truth)², averaged over the places.
pub fn squared_bias(fits: &Array2<f64>, truth: &Array1<f64>) -> f64 {
    todo!()
}

/// The variance over the data sets, averaged over the places.
pub fn variance(fits: &Array2<f64>) -> f64 {
    todo!()
}

/// The expected squared error on fresh targets, averaged over the places.
pub fn expected_error(fits: &Array2<f64>, truth: &Array1<f64>, sigma: f64) -> f64 {
    todo!()
}
