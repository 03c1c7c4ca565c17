//! Average over the data sets (axis 0) first: the mean fit, one number a place. The bias
//! compares it with the truth, the variance compares each fit with it, both place by place;
//! only then come the means over places. Bias² and variance together are the mean of
//! $(\text{fit} - \text{truth})^2$ over everything, so the expected error can also be had without taking
//! it apart.

use ndarray::{Array1, Array2, Axis};

/// (mean fit − truth)², averaged over the places.
pub fn squared_bias(fits: &Array2<f64>, truth: &Array1<f64>) -> f64 {
    let bias = fits.mean_axis(Axis(0)).expect("a data set") - truth;
    bias.mapv(|b| b * b).mean().expect("a place")
}

/// The variance over the data sets, averaged over the places.
pub fn variance(fits: &Array2<f64>) -> f64 {
    fits.var_axis(Axis(0), 0.0).mean().expect("a place")
}

/// The expected squared error on fresh targets, averaged over the places.
pub fn expected_error(fits: &Array2<f64>, truth: &Array1<f64>, sigma: f64) -> f64 {
    squared_bias(fits, truth) + variance(fits) + sigma * sigma
}
