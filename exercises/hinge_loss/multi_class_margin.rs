//! # A hinge for several classes
//!
//! A sample of class $t$ has one score for each of $k$ classes, $z \in \mathbb{R}^k$. Its
//! own score is to lead every other one by $1$:
//!
//! $$ \ell(z, t) = \frac1k \sum_{c \ne t} \max(0, 1 - z_t + z_c) . $$
//!
//! Write the loss of one sample and its gradient with respect to the scores. Which sum do
//! the $k$ components of the gradient have, and why?

use ndarray::Array1;

/// The loss of one sample.
pub fn value(scores: &Array1<f64>, class: usize) -> f64 {
    todo!()
}

/// The gradient of [`value`] with respect to `scores`.
pub fn gradient(scores: &Array1<f64>, class: usize) -> Array1<f64> {
    todo!()
}
