//! # Backtracking
//!
//! The simplest line search: start with $\alpha = \alpha_0$ and halve it until Armijo's
//! condition of sufficient decrease holds,
//! $$ \varphi(\alpha) \le \varphi(0) + c_1 \alpha\, \varphi'(0) . $$
//!
//! A value that is not a number does not satisfy it. After 50 halvings without success,
//! and for a direction that does not go down, $\varphi'(0) \ge 0$, give $0$: no step.

/// The accepted α, or 0. `slope` is φ′(0).
pub fn backtrack(phi: fn(f64) -> f64, slope: f64, first: f64, c1: f64) -> f64 {
    todo!()
}
