//! # Brakes at the cut
//!
//! Momentum with the rate inside the velocity: $v \leftarrow \beta v - \eta g$,
//! $\theta \leftarrow \theta + v$. When the rate changes, what is in $v$ was multiplied by the old
//! rate, and the loss jumps.
//!
//! Write the step with momentum correction: it gives the same θ as $v \leftarrow \beta v + g$,
//! $\theta \leftarrow \theta - \eta v$ would, whatever the rates. `previous_rate` is the rate of
//! the step before.

/// One step; gives θ and the velocity after it.
pub fn step(
    theta: f64,
    velocity: f64,
    gradient: f64,
    rate: f64,
    previous_rate: f64,
    beta: f64,
) -> [f64; 2] {
    todo!()
}
