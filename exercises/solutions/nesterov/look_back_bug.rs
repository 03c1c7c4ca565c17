//! The step is $\theta - \eta v$, so ahead is at $\theta - \eta\beta v$. With a plus the
//! gradient is that of where the walk came from: an old gradient, which pushes on when it is
//! time to brake. Formulas with the plus, $\theta + \beta v$, have the minus and the rate in
//! the velocity.

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
