//! # All tests pass, at one threshold
//!
//! This Huber loss of one residual $r$ came with a thorough set of tests: small and large
//! residuals, both signs, the threshold itself. All of them pass, and all of them use
//! $\delta = 1$. In use, with $\delta = 5$, the training curve showed sudden jumps, and
//! somebody who tried $\delta = \frac{1}{4}$ got negative losses.
//!
//! Find the fault and repair it. Then think about which single test would have found it.

/// The Huber loss of one residual.
pub fn value(residual: f64, delta: f64) -> f64 {
    if residual.abs() <= delta {
        0.5 * residual * residual
    } else {
        delta * (residual.abs() - 0.5)
    }
}
