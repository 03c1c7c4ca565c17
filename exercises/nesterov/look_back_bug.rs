//! # Looking where?
//!
//! This is Nesterov momentum told as a look-ahead, on one parameter. It runs, but it
//! oscillates more than plain momentum, where it should oscillate less. Find the fault.
//!
//! `gradient` is the gradient of the loss as a function. The step returns the new $\theta$
//! and the new $v$.

/// θ and v after one step.
pub fn step(
    theta: f64,
    velocity: f64,
    gradient: fn(f64) -> f64,
    rate: f64,
    beta: f64,
) -> [f64; 2] {
    let ahead = theta + rate * beta * velocity;
    let velocity = beta * velocity + gradient(ahead);
    [theta - rate * velocity, velocity]
}
