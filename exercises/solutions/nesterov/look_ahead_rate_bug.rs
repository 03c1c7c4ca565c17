//! The velocity is a sum of gradients, and a gradient is not a distance: only $\eta v$ is. The
//! point ahead is $\theta - \eta\beta v$. Without the rate one looks $1/\eta$ times too far,
//! which at $\eta = 0.1$ is ten times, beyond the other wall of the valley. Where the velocity
//! contains the rate, $v \leftarrow \beta v + \eta g$ and $\theta \leftarrow \theta - v$, the
//! point ahead is indeed $\theta - \beta v$.

/// θ and v after one step.
pub fn step(
    theta: f64,
    velocity: f64,
    gradient: fn(f64) -> f64,
    rate: f64,
    beta: f64,
) -> [f64; 2] {
    let ahead = theta - rate * beta * velocity;
    let velocity = beta * velocity + gradient(ahead);
    [theta - rate * velocity, velocity]
}
