//! The division of two `usize` rounds down, so the first form needs nothing else. In the second,
//! $m \le t$ makes the milestone itself the first epoch of the new rate.

/// η₀ γ^⌊t/N⌋.
pub fn step_decay(initial: f64, factor: f64, period: usize, epoch: usize) -> f64 {
    initial * factor.powi((epoch / period) as i32)
}

/// η₀ γ^(number of milestones ≤ t); the milestones are sorted.
pub fn multi_step(initial: f64, factor: f64, milestones: &[usize], epoch: usize) -> f64 {
    let cuts = milestones.iter().filter(|&&milestone| milestone <= epoch).count();
    initial * factor.powi(cuts as i32)
}
