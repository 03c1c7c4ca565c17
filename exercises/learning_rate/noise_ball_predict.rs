//! # Where does it come to rest?
//!
//! $L(\theta) = \frac12 \theta^2$ with noisy gradients $\theta + 2z$, $z \sim N(0, 1)$. In one step
//! $\E[\theta^2]$ becomes $(1 - \eta)^2\, \E[\theta^2] + 4\eta^2$. Predict, to two decimals; then look
//! at the hints, or at the chapter's figure.
//!
//! 1. The expected loss after very many steps at $\eta = 0.2$.
//! 2. The same at $\eta = 0.1$.
//! 3. The same after very many steps at $0.2$ and then one at $\eta = 1$.
//! 4. By how many times the expected loss at rest is lower at $\eta = 0.01$ than at $0.1$.
//! 5. The steps after which the mean of θ has halved: at $\eta = 0.1$, in whole steps.

/// The expected loss at rest, η = 0.2.
pub fn rest_at_a_fifth() -> f64 {
    todo!()
}

/// The expected loss at rest, η = 0.1.
pub fn rest_at_a_tenth() -> f64 {
    todo!()
}

/// The expected loss after one step of η = 1.
pub fn after_a_step_of_one() -> f64 {
    todo!()
}

/// The expected loss at rest at 0.1 over that at 0.01.
pub fn tenfold_smaller() -> f64 {
    todo!()
}

/// Steps after which the mean of θ is at most half of what it was, η = 0.1.
pub fn steps_to_halve() -> f64 {
    todo!()
}
