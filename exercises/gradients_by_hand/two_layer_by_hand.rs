//! # Two layers, forward and backward
//!
//! Two inputs, two rectified units, one output:
//! $$ z_j = x_1 w_{1j} + x_2 w_{2j} + b_j , \quad h_j = \max(0, z_j) , \quad
//!    \hat y = v_1 h_1 + v_2 h_2 + c , \quad L = (\hat y - y)^2 . $$
//! The weights are $w_{11} = 1$, $w_{12} = 1$, $w_{21} = -1$, $w_{22} = -3$, the biases
//! $b = (\frac12, 0)$, the output has $v = (3, 4)$ and $c = -\frac52$. The sample is
//! $x = (2, 1)$ with the target $y = 1$.
//!
//! Work out the forward pass, then the gradient of the output layer, then that of the
//! hidden layer. No calculator is needed.

/// `[z₁, z₂, ŷ, L]`.
pub fn forward() -> [f64; 4] {
    todo!()
}

/// `[∂L/∂v₁, ∂L/∂v₂, ∂L/∂c]`.
pub fn output_layer() -> [f64; 3] {
    todo!()
}

/// `[∂L/∂w₁₁, ∂L/∂w₁₂, ∂L/∂w₂₁, ∂L/∂w₂₂, ∂L/∂b₁, ∂L/∂b₂]`.
pub fn hidden_layer() -> [f64; 6] {
    todo!()
}
