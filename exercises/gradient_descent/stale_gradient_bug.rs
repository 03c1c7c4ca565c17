//! # The training that remembers too much
//!
//! This loop descends $L(\theta) = \frac12 (\theta - 3)^2$. Frameworks *add* to a gradient
//! buffer on each backward pass, and so does this code: `gradient` is a buffer. At small
//! rates the loop swings about the minimum like a pendulum and never settles, where gradient
//! descent on a parabola should come in from one side.
//!
//! Find the fault and repair it.

/// θ after `steps` steps of rate `rate` from `theta`.
pub fn descend(theta: f64, rate: f64, steps: usize) -> f64 {
    let mut theta = theta;
    let mut gradient = 0.0;
    for _ in 0..steps {
        gradient += theta - 3.0;
        theta -= rate * gradient;
    }
    theta
}
