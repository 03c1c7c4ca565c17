//! The velocity of this form is $-\eta$ times that of the other. So when η changes, the old one has
//! to be multiplied by $\eta_\text{new}/\eta_\text{old}$, before β and the gradient; at a constant
//! rate that is 1 and the step is the usual one.

/// One step; gives θ and the velocity after it.
pub fn step(
    theta: f64,
    velocity: f64,
    gradient: f64,
    rate: f64,
    previous_rate: f64,
    beta: f64,
) -> [f64; 2] {
    let velocity = beta * (rate / previous_rate) * velocity - rate * gradient;
    [theta + velocity, velocity]
}
