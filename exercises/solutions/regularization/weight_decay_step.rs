//! For plain gradient descent this is the same as a step on $L + \frac{\lambda}{2} \sum_j
//! w_j^2$, because $\eta(g_j + \lambda w_j)$ comes apart into the two terms. The decay uses
//! the weight before the step: shrinking the result instead would also shrink the step.
//! The bias takes the gradient and nothing else.

use ndarray::{Array1, s};

/// θ after the step.
pub fn step(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    rate: f64,
    decay: f64,
) -> Array1<f64> {
    let mut next = theta.clone();
    let mut weights = next.slice_mut(s![..-1]);
    weights *= 1.0 - rate * decay;
    next - gradient * rate
}
