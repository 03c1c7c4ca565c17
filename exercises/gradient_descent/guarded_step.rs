//! # A step that looks before it leaps
//!
//! One NaN in a gradient turns every parameter that it touches into NaN, and no later step
//! brings it back. Write a step of gradient descent, $\theta \leftarrow \theta - \eta g$,
//! that refuses: when any entry of the gradient is not finite (NaN or infinite), it returns
//! `None`. Otherwise it returns the new parameters.
//!
//! Think about one more case. A finite gradient can lead to parameters that are not finite,
//! when $\eta g$ overflows. Such a step is refused too.

use ndarray::Array1;

/// θ after the step, or `None` for a step that must not be taken.
pub fn step(
    rate: f64,
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
) -> Option<Array1<f64>> {
    todo!()
}
