//! # Where did the speed go?
//!
//! This step of momentum was put together from two sources, one with the rate inside the
//! velocity and one with the rate outside. It converges, so slowly that $\eta = 0.1$ acts as
//! $0.01$. Repair it, so that it is the form with the rate *inside*, the form of Keras:
//! $v \leftarrow \beta v - \eta g$ and $\theta \leftarrow \theta + v$.
//!
//! It returns the new $\theta$ and the new $v$.

/// θ and v after one step.
pub fn step(theta: f64, velocity: f64, gradient: f64, rate: f64, beta: f64) -> [f64; 2] {
    let velocity = beta * velocity - rate * gradient;
    [theta + rate * velocity, velocity]
}
