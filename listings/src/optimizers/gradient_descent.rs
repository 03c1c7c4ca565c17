//! Gradient descent.
//!
//! θ ← θ − ηg.
//!
//! With the gradient of a random batch it is stochastic gradient descent: the rule is
//! the same, the gradient is another.
//!
//! # Reference
//! A.-L. Cauchy, "Méthode générale pour la résolution des systèmes d'équations
//! simultanées", *Comptes rendus* 25 (1847) 536–538; H. Robbins & S. Monro, "A
//! stochastic approximation method", *Annals of Mathematical Statistics* 22 (1951)
//! 400–407.

use super::Optimizer;
use super::optimizer::check_step;
use ndarray::Array1;
use serde::{Deserialize, Serialize};

// ANCHOR: gradient_descent
/// θ ← θ − ηg. It remembers nothing.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct GradientDescent;

impl Optimizer for GradientDescent {
    fn step(&mut self, rate: f64, theta: &mut Array1<f64>, gradient: &Array1<f64>) {
        check_step(rate, theta, gradient);
        theta.scaled_add(-rate, gradient);
    }
}
// ANCHOR_END: gradient_descent
