//! # One cycle
//!
//! Write the 1cycle policy with PyTorch's defaults, for steps $t = 0, \dots, T - 1$. Both pieces
//! are half cosines: from $a$ to $b$ at the share $p$ of the way,
//! $b + (a - b)\,\frac{1 + \cos \pi p}{2}$.
//!
//! - The rate rises from $\eta_{\max}/25$ at step 0 to $\eta_{\max}$ at step $0.3\,T - 1$, and falls
//!   from there to $\eta_{\max}/250\,000$ at step $T - 1$.
//! - The momentum falls from $0.95$ to $0.85$ and rises back, at the same steps.

/// The rate of a step.
pub fn rate(step: usize, most: f64, steps: usize) -> f64 {
    todo!()
}

/// The momentum of a step.
pub fn momentum(step: usize, steps: usize) -> f64 {
    todo!()
}
