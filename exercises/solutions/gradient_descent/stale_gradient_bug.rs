//! The buffer is never set back to zero, so a step goes along the sum of all gradients so
//! far. That is momentum with $\beta = 1$: a pendulum without friction. In a framework the
//! missing line is `optimizer.zero_grad()` (PyTorch). Adding up is useful when one step is
//! to see several batches; then the buffer is set to zero after the step, and not before every
//! backward pass.

/// θ after `steps` steps of rate `rate` from `theta`.
pub fn descend(theta: f64, rate: f64, steps: usize) -> f64 {
    let mut theta = theta;
    for _ in 0..steps {
        let gradient = theta - 3.0;
        theta -= rate * gradient;
    }
    theta
}
