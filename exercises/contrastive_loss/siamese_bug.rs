//! # One of the twins does not learn
//!
//! The smallest Siamese network: it embeds an input $x \in \mathbb{R}^k$ on a line, at
//! $f(\theta, x) = \theta \cdot x$, and a similar pair costs
//! $(\theta \cdot x_1 - \theta \cdot x_2)^2$.
//!
//! The function below should give the gradient of that cost with respect to $\theta$. It
//! trains, but slowly and oddly, and a check by differences fails: for
//! $x_1 = (1, 0)$, $x_2 = (0, 1)$ and $\theta = (2, 0)$ the gradient should be $(4, -4)$.
//!
//! Find the fault and repair it.

use ndarray::Array1;

/// The gradient with respect to θ of the loss of the similar pair x₁, x₂.
pub fn gradient(theta: &Array1<f64>, x1: &Array1<f64>, x2: &Array1<f64>) -> Array1<f64> {
    let first = theta.dot(x1);
    let second = theta.dot(x2);
    let of_first = 2.0 * (first - second);
    of_first * x1
}
