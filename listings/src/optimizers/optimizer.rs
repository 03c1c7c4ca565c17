//! The trait that every optimizer implements.

use ndarray::Array1;

// ANCHOR: optimizer
/// Turns a gradient into a step of the parameters.
///
/// # Panics
/// A gradient whose length is not that of θ, or θ of another length than before, panics
/// with both lengths.
pub trait Optimizer {
    /// One step of rate η from the gradient g at θ.
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>);
}
// ANCHOR_END: optimizer

/// The one check that all optimizers share.
pub(super) fn assert_same_length(theta: &Array1<f64>, other: &Array1<f64>, what: &str) {
    let (parameters, others) = (theta.len(), other.len());
    assert_eq!(parameters, others, "{parameters} parameters, but {what} of {others}");
}
