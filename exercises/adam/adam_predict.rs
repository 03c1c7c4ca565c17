//! # How long is the step?
//!
//! Adam with $\eta = 1$, $\beta_1 = 0.9$, $\beta_2 = 0.999$ and a negligible ε. Predict the
//! lengths of four steps, to two decimals; then look at the hints, or at the chapter.
//!
//! 1. The first step, from a gradient of $0.001$.
//! 2. The first step from a gradient of $1000$, *without* the corrections.
//! 3. After very many steps with a gradient of zero: the step from a gradient of $5$.
//! 4. After very many steps with gradients of $1$ and $-1$ in turn: one step.

/// The length of the first step from a gradient of 0.001.
pub fn first() -> f64 {
    todo!()
}

/// The length of the first step from a gradient of 1000, without the corrections.
pub fn first_uncorrected() -> f64 {
    todo!()
}

/// The length of the step from a gradient of 5 after very many of zero.
pub fn after_zeros() -> f64 {
    todo!()
}

/// The length of a step after very many gradients of 1 and −1 in turn.
pub fn alternating() -> f64 {
    todo!()
}
