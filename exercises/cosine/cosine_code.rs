//! # Cosine annealing
//!
//! Write the rate of step $t$, counted from 0, of a cosine that falls from $\eta_0$ at step 0 to
//! $\eta_{\min}$ at step $T$ and stays there:
//!
//! $$
//! \eta(t) = \eta_{\min} + (\eta_0 - \eta_{\min})\, \frac{1 + \cos(\pi t / T)}{2}
//! \quad \text{for } t \le T .
//! $$

/// The rate of step `step`; `steps` is T, at least 1.
pub fn rate(step: usize, steps: usize, initial: f64, least: f64) -> f64 {
    todo!()
}
