//! The prediction is $2 \cdot 3 + 1 = 7$, the residual $r = 7 - 10 = -3$. By the chain rule
//! $\partial L / \partial w = 2 r x = -18$ and $\partial L / \partial b = 2 r = -6$, so the
//! step at $\eta = 0.05$ leads to $w = 2 + 0.9$ and $b = 1 + 0.3$.
//!
//! The new prediction is $2.9 \cdot 3 + 1.3 = 10$: the loss is zero. That is no accident of
//! the numbers alone. A step changes the prediction by $-\eta\, 2 r (x^2 + 1)$, so it
//! multiplies the residual by $1 - 2\eta(x^2 + 1) = 1 - 20\eta$. At $\eta = 1/20$ nothing
//! is left of it; at $\eta = 1/10$ the factor is $-1$ and the residual changes its sign
//! only; beyond, it grows. One sample is a parabola in the direction of its gradient, with
//! the curvature $L = 2(x^2 + 1) = 20$, and $2/L$ is the border.

/// `[∂L/∂w, ∂L/∂b]` at the start.
pub fn gradient() -> [f64; 2] {
    [-18.0, -6.0]
}

/// `[w, b]` after the step.
pub fn after() -> [f64; 2] {
    [2.9, 1.3]
}

/// The loss after the step.
pub fn loss_after() -> f64 {
    0.0
}

/// The smallest rate at which the step leaves the loss as large as it was.
pub fn largest_rate() -> f64 {
    0.1
}
