//! # Exponential decay, translated
//!
//! Write the schedule in the form with $d$ and $s$, and what translates it into the two others.

/// η₀ d^(t/s): by the factor d in s steps, without a staircase.
pub fn rate(initial: f64, factor: f64, steps: usize, step: usize) -> f64 {
    todo!()
}

/// γ, the factor of one step.
pub fn per_step_factor(factor: f64, steps: usize) -> f64 {
    todo!()
}

/// k, with γ = e^(−k).
pub fn decay_constant(factor: f64, steps: usize) -> f64 {
    todo!()
}

/// The steps in which the rate halves.
pub fn half_life(factor: f64, steps: usize) -> f64 {
    todo!()
}
