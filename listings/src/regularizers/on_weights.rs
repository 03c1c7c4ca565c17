//! A regularizer on some of the parameters.
//!
//! R(θ) = Σ r(θⱼ) over the j that are weights.
//!
//! **Convention.** Biases are left out: a bias says where the targets lie, not how
//! strongly they follow the inputs, and shrinking it makes a fit depend on the zero of
//! the target's scale. PyTorch's `weight_decay` does shrink them unless they are put in a
//! parameter group of their own; scikit-learn's linear models do not, but for those that
//! liblinear solves.
//!
//! # Reference
//! T. Hastie, R. Tibshirani & J. Friedman, *The Elements of Statistical Learning*,
//! 2nd ed. (2009), §3.4.1.

use super::Regularizer;
use ndarray::{Array1, Zip};

// ANCHOR: on_weights
/// A regularizer on the parameters θ that are weights.
#[derive(Clone, Debug, PartialEq)]
pub struct OnWeights<R> {
    /// The price of one weight.
    pub regularizer: R,
    /// Which parameters pay it, of the shape of θ.
    pub is_weight: Array1<bool>,
}

impl<R: Regularizer> OnWeights<R> {
    /// On a linear model: on all of θ = (w, b) but b, which is last.
    pub fn of_linear(regularizer: R, features: usize) -> Self {
        Self {
            regularizer,
            is_weight: Array1::from_shape_fn(features + 1, |j| j < features),
        }
    }

    /// On a network of layers of these widths: on each layer's weights, which come
    /// first in its part of θ, but not on its biases, which follow.
    pub fn of_network(regularizer: R, widths: &[usize]) -> Self {
        let layer = |pair: &[usize]| {
            let (weights, biases) = (pair[0] * pair[1], pair[1]);
            (0..weights + biases).map(move |index| index < weights)
        };
        Self { regularizer, is_weight: widths.windows(2).flat_map(layer).collect() }
    }

    /// R(θ).
    ///
    /// # Panics
    /// This function and those below panic when θ does not have the shape of
    /// `is_weight`.
    pub fn value(&self, theta: &Array1<f64>) -> f64 {
        Zip::from(theta).and(&self.is_weight).fold(0.0, |sum, &parameter, &is_weight| {
            if is_weight { sum + self.regularizer.of(parameter) } else { sum }
        })
    }

    /// ∂R/∂θ: zero where a parameter is no weight.
    pub fn gradient(&self, theta: &Array1<f64>) -> Array1<f64> {
        Zip::from(theta).and(&self.is_weight).map_collect(|&parameter, &is_weight| {
            if is_weight { self.regularizer.slope(parameter) } else { 0.0 }
        })
    }

    /// The proximal operator: the identity where a parameter is no weight.
    pub fn proximal(&self, theta: &Array1<f64>, step: f64) -> Array1<f64> {
        Zip::from(theta).and(&self.is_weight).map_collect(|&parameter, &is_weight| {
            if is_weight {
                self.regularizer.proximal_of(parameter, step)
            } else {
                parameter
            }
        })
    }
}
// ANCHOR_END: on_weights
