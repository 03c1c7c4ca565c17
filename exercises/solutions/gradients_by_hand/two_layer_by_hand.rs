//! $z = (2 - 1 + \frac12,\ 2 - 3 + 0) = (\frac32, -1)$, so the second unit is off:
//! $h = (\frac32, 0)$, $\hat y = \frac92 + 0 - \frac52 = 2$, $r = 1$ and $L = 1$.
//!
//! Backward, $\partial L/\partial \hat y = 2r = 2$. Times $h$ it is the slope of $v$, $(3, 0)$,
//! and times $v$ that of $h$, $(6, 8)$. The gate of the second unit is closed:
//! $\delta = (6, 0)$. Times $x_1 = 2$ and $x_2 = 1$ these are the slopes of $W$.

/// `[z₁, z₂, ŷ, L]`.
pub fn forward() -> [f64; 4] {
    [1.5, -1.0, 2.0, 1.0]
}

/// `[∂L/∂v₁, ∂L/∂v₂, ∂L/∂c]`.
pub fn output_layer() -> [f64; 3] {
    [3.0, 0.0, 2.0]
}

/// `[∂L/∂w₁₁, ∂L/∂w₁₂, ∂L/∂w₂₁, ∂L/∂w₂₂, ∂L/∂b₁, ∂L/∂b₂]`.
pub fn hidden_layer() -> [f64; 6] {
    [12.0, 0.0, 6.0, 0.0, 6.0, 0.0]
}
