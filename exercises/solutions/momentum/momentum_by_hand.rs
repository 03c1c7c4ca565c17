//! The velocities of the sum are $2$, $0.5 \cdot 2 + 2 = 3$ and $0.5 \cdot 3 - 1 = 0.5$:
//! the third step still goes on, although the slope has turned around. Those of the average
//! are half of that, $1$, $1.5$ and $0.25$, since $1 - \beta = 0.5$. Dampening begins with
//! $2$ and goes on with $0.5 \cdot 2 + 0.5 \cdot 2 = 2$ and $0.5 \cdot 2 - 0.5 = 0.5$: it
//! agrees with neither. Each step subtracts $0.1\,v$.

/// θ after the first, second and third step with the sum.
pub fn sum() -> [f64; 3] {
    walk([2.0, 3.0, 0.5])
}

/// θ after the first, second and third step with the moving average.
pub fn average() -> [f64; 3] {
    walk([1.0, 1.5, 0.25])
}

/// θ after the first, second and third step with dampening.
pub fn dampened() -> [f64; 3] {
    walk([2.0, 2.0, 0.5])
}

fn walk(velocities: [f64; 3]) -> [f64; 3] {
    let mut theta = 1.0;
    velocities.map(|velocity| {
        theta -= 0.1 * velocity;
        theta
    })
}
