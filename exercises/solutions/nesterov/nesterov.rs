//! The first rule is that of momentum. The second goes along $g + \beta v$ instead of $v$: with
//! the new $v = \beta v_{\text{old}} + g$ that is $(1 + \beta) g + \beta^2 v_{\text{old}}$, the
//! newest gradient counts more and the past less. With the old $v$ it would be momentum.

use ndarray::Array1;

/// One step. All three arrays have the same length.
pub fn step(
    theta: &mut Array1<f64>,
    velocity: &mut Array1<f64>,
    gradient: &Array1<f64>,
    rate: f64,
    beta: f64,
) {
    *velocity = beta * &*velocity + gradient;
    theta.scaled_add(-rate, gradient);
    theta.scaled_add(-rate * beta, velocity);
}
