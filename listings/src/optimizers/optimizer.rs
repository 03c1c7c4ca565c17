//! The trait that every optimizer implements.

use crate::error::non_negative;
use ndarray::Array1;

// ANCHOR: optimizer
/// Turns a gradient into a step of the parameters.
///
/// # Panics
/// A gradient whose length is not that of θ, or θ of another length than before, panics
/// with both lengths; a rate that is negative, infinite or NaN panics with its value.
pub trait Optimizer {
    /// One step of rate η ≥ 0 from the gradient g at θ. Where g is not finite, θ will not
    /// be either: look before you step.
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>);

    /// What it remembers from step to step, by name, each of the shape of θ; empty before
    /// the first step.
    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        Vec::new()
    }
}
// ANCHOR_END: optimizer

/// An optimizer of any kind.
impl Optimizer for Box<dyn Optimizer> {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        (**self).step(rate, theta, gradient);
    }

    fn state(&self) -> Vec<(&'static str, &Array1<f64>)> {
        (**self).state()
    }
}

/// The checks that all optimizers share.
pub(super) fn check_step(rate: f64, theta: &Array1<f64>, gradient: &Array1<f64>) {
    non_negative("rate", rate).unwrap_or_else(|error| panic!("{error}"));
    check_length(theta, gradient, "a gradient");
}

/// That what is remembered belongs to these parameters.
pub(super) fn check_length(theta: &Array1<f64>, other: &Array1<f64>, what: &str) {
    let (parameters, others) = (theta.len(), other.len());
    assert_eq!(parameters, others, "{parameters} parameters, but {what} of {others}");
}
