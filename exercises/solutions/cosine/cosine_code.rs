//! The step is cut off at $T$ before the cosine sees it. To cut off the *rate* at
//! $\eta_{\min}$ would do nothing: the swing goes up from there.

/// The rate of step `step`; `steps` is T, at least 1.
pub fn rate(step: usize, steps: usize, initial: f64, least: f64) -> f64 {
    let share = step.min(steps) as f64 / steps as f64;
    least + (initial - least) * (1.0 + (std::f64::consts::PI * share).cos()) / 2.0
}
