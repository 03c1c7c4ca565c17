//! # Step decay and milestones
//!
//! Write both forms as pure functions of the epoch, counted from 0: a cut takes effect *at* the
//! multiple of the period, and *at* the milestone.

/// η₀ γ^⌊t/N⌋.
pub fn step_decay(initial: f64, factor: f64, period: usize, epoch: usize) -> f64 {
    todo!()
}

/// η₀ γ^(number of milestones ≤ t); the milestones are sorted.
pub fn multi_step(initial: f64, factor: f64, milestones: &[usize], epoch: usize) -> f64 {
    todo!()
}
