//! # One step on the surface
//!
//! Three points $(x, y)$: $(0, 1)$, $(1, 2)$ and $(2, 5)$. The model is a line,
//! $\hat y = wx + b$, the loss the mean squared error, and you stand at $w = 1$, $b = 1$.
//!
//! Work out the loss there; the gradient, in the order $(\partial L / \partial w,
//! \partial L / \partial b)$; where one step of gradient descent with the rate $\eta = 0.3$
//! leads; and the loss there. Two decimals are enough.

/// L(1, 1).
pub fn loss() -> f64 {
    todo!()
}

/// The gradient at (1, 1): first with respect to w, then to b.
pub fn gradient() -> [f64; 2] {
    todo!()
}

/// (w, b) after the step.
pub fn after() -> [f64; 2] {
    todo!()
}

/// The loss there.
pub fn loss_after() -> f64 {
    todo!()
}
