//! The linear branch is $\delta(|r| - \frac{1}{2}\delta)$; the code has $\frac{1}{2}$ in
//! place of $\frac{1}{2}\delta$. For $\delta = 1$ the two are equal. The offset is what
//! makes the branches meet: at $|r| = \delta$ the parabola has the value
//! $\frac{1}{2}\delta^2$ and the slope $\delta$, and the line has to continue both.
//!
//! A test at $|r|$ just below and just above some $\delta \ne 1$ finds it. In general:
//! test at parameters where $\delta$, $\delta^2$ and $1$ are three different numbers.

/// The Huber loss of one residual.
pub fn value(residual: f64, delta: f64) -> f64 {
    if residual.abs() <= delta {
        0.5 * residual * residual
    } else {
        delta * (residual.abs() - 0.5 * delta)
    }
}
