//! $\theta$ is in both passes. The loss falls by $2 (f_1 - f_2)$ for each unit that the
//! first embedding sinks, and by as much for each unit that the second one rises; the
//! chain rule carries both to $\theta$, through $x_1$ and through $x_2$:
//!
//! $$ \frac{\partial \ell}{\partial \theta} = 2 (f_1 - f_2)\, x_1 - 2 (f_1 - f_2)\, x_2 . $$
//!
//! Without the second term the second twin is treated as a constant. A framework does the
//! same when one of the two passes runs without gradients ("detached"), and some methods
//! do that on purpose (a target network). Then it is another algorithm.

use ndarray::Array1;

/// The gradient with respect to θ of the loss of the similar pair x₁, x₂.
pub fn gradient(theta: &Array1<f64>, x1: &Array1<f64>, x2: &Array1<f64>) -> Array1<f64> {
    let of_first = 2.0 * (theta.dot(x1) - theta.dot(x2));
    let of_second = -of_first;
    of_first * x1 + of_second * x2
}
