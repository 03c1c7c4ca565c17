//! A point with everything that is known there.

use crate::surfaces::Objective;
use ndarray::Array1;

// ANCHOR: evaluation
/// θ of shape (d), with L(θ) and g = ∂L/∂θ there: one evaluation of an objective.
///
/// What a search has evaluated is handed on, so that no point is paid for twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// θ.
    pub theta: Array1<f64>,
    /// L(θ).
    pub value: f64,
    /// g.
    pub gradient: Array1<f64>,
}

impl Evaluation {
    /// Evaluates `objective` at θ.
    pub fn at(objective: &dyn Objective, theta: Array1<f64>) -> Self {
        let value = objective.value(&theta);
        let gradient = objective.gradient(&theta);
        Self { theta, value, gradient }
    }

    /// The largest |gᵢ|; NaN where one of them is.
    pub fn steepest(&self) -> f64 {
        self.gradient.iter().fold(0.0, |most, slope| {
            if most.is_nan() || slope.abs() <= most { most } else { slope.abs() }
        })
    }
}
// ANCHOR_END: evaluation
