//! # Too far ahead
//!
//! Somebody took $\theta - \beta v$ from one source and $\theta \leftarrow \theta - \eta v$
//! from another. On a steep loss the walk blows up, however small the rate is; at $\eta = 1$
//! the step is right. Repair it, and keep the rate outside of the velocity.

/// θ and v after one step.
pub fn step(
    theta: f64,
    velocity: f64,
    gradient: fn(f64) -> f64,
    rate: f64,
    beta: f64,
) -> [f64; 2] {
    let ahead = theta - beta * velocity;
    let velocity = beta * velocity + gradient(ahead);
    [theta - rate * velocity, velocity]
}
