//! The velocity already contains the rate: it is the step. So $\theta \leftarrow \theta + v$,
//! with no rate and with a plus. The mixed form had the rate $\eta^2$. Such a fault is
//! never seen at $\eta = 1$, and a search for the best rate hides it: it finds the root of
//! the right one.

/// θ and v after one step.
pub fn step(theta: f64, velocity: f64, gradient: f64, rate: f64, beta: f64) -> [f64; 2] {
    let velocity = beta * velocity - rate * gradient;
    [theta + velocity, velocity]
}
