//! # The run that ends as hot as it began
//!
//! This cosine was ported from a library of animations. The loss falls, and at two thirds of the
//! run it rises again. The author has plotted the rate, seen a smooth curve that starts at
//! $\eta_0$ and touches 0, and found nothing wrong with it.
//!
//! The rate should fall from $\eta_0$ at step 0 to 0 at step $T$ and stay there. Repair it.

/// The rate of step `step`; `steps` is T, at least 1.
pub fn rate(step: usize, steps: usize, initial: f64) -> f64 {
    let share = step.min(steps) as f64 / steps as f64;
    let angle = 2.0 * std::f64::consts::PI * share;
    initial * (1.0 + angle.cos()) / 2.0
}
