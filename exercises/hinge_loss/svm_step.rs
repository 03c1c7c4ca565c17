//! # One step of a support vector machine
//!
//! The objective of a linear support vector machine is
//!
//! $$ J(w, b) = \frac{\lambda}{2} \|w\|^2 + \frac1n \sum_{i=1}^{n}
//!    \max(0, 1 - y_i (w \cdot x_i + b)) . $$
//!
//! Write one step of stochastic gradient descent on it: the step against the subgradient
//! of the objective in which the mean is replaced by the loss of one sample $(x, y)$. The
//! parameters are $\theta = (w_1, \dots, w_k, b)$. The bias is not regularized. At the kink
//! take the subgradient $0$.

use ndarray::Array1;

/// θ after one step on one sample.
pub fn step(
    theta: &Array1<f64>,
    input: &Array1<f64>,
    label: f64,
    decay: f64,
    rate: f64,
) -> Array1<f64> {
    todo!()
}
