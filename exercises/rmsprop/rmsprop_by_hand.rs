//! # Three steps of RMSprop
//!
//! One parameter, $\rho = 0.9$, $v = 0$ at the start, $\eta = 0.1$, and $\varepsilon$ too
//! small to matter. Its gradients are $2$, $0$ and $1$.
//!
//! Give $v$ after each step and the length of each step. What does the middle step, which
//! goes nowhere, do to the third?

/// v after each of the three steps.
pub fn squares() -> [f64; 3] {
    todo!()
}

/// The length of each step.
pub fn lengths() -> [f64; 3] {
    todo!()
}
