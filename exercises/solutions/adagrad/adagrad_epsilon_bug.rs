//! $\varepsilon$ stood below the root. There it is compared with $G$, a squared gradient,
//! and $10^{-10}$ is the square of $10^{-5}$: gradients below $10^{-5}$ are as good as
//! zero to it. Beside the root it is compared with a gradient, and $10^{-10}$ spares all
//! but the very smallest.
//!
//! Where a framework puts $\varepsilon$ below the root and you want the same effect on
//! small gradients, square it: $10^{-20}$.

/// θ after a step; `squares` is G and holds `gradient` already.
pub fn step(theta: f64, gradient: f64, squares: f64, rate: f64, epsilon: f64) -> f64 {
    theta - rate * gradient / (squares.sqrt() + epsilon)
}
