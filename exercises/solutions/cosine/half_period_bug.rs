//! A schedule takes *half* a period: the angle goes from $0$ to $\pi$. With a whole period the
//! rate is 0 in the middle and $\eta_0$ at the end. A plot of the rates to the very end, with
//! its first and last value written beside it, shows it at once.

/// The rate of step `step`; `steps` is T, at least 1.
pub fn rate(step: usize, steps: usize, initial: f64) -> f64 {
    let share = step.min(steps) as f64 / steps as f64;
    let angle = std::f64::consts::PI * share;
    initial * (1.0 + angle.cos()) / 2.0
}
