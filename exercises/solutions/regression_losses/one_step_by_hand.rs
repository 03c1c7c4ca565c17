//! The prediction is $2 \cdot 3 + 0 = 6$, the residual $6 - 16 = -10$. By the chain rule
//! $\partial L / \partial w = L'(r)\, x$ and $\partial L / \partial b = L'(r)$, so the
//! losses differ in $L'(r)$ alone: $2r = -20$, $\operatorname{sign}(r) = -1$, and $r$
//! clamped to $[-2, 2]$, which is $-2$.
//!
//! The squared error wins nothing: its step carries the prediction from $6$ to $26$,
//! exactly as far above the target as it was below. A step under $L = r^2$ multiplies the
//! residual by $1 - 2\eta(x^2 + 1)$, which is $-1$ here, and with a larger rate the
//! residual would grow. The other two steps are cautious because their size does not
//! depend on how wrong the prediction is. That protects them from outliers, and it makes
//! them slow when the model is simply far away.

/// `[w, b]` after the step under the squared error.
pub fn squared_error() -> [f64; 2] {
    [8.0, 2.0]
}

/// `[w, b]` after the step under the absolute error.
pub fn absolute_error() -> [f64; 2] {
    [2.3, 0.1]
}

/// `[w, b]` after the step under the Huber loss with the threshold 2.
pub fn huber() -> [f64; 2] {
    [2.6, 0.2]
}

/// The residual after each of the three steps, in the order of the functions above.
pub fn residuals_after() -> [f64; 3] {
    [10.0, -9.0, -8.0]
}
