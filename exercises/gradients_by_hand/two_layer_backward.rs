//! # A backward pass for a batch
//!
//! The network of the chapter with $m$ units, for a batch of $n$ samples with $k$ features:
//! $$ Z = XW + b , \quad H = \max(0, Z) , \quad \hat y = Hv + c , \quad
//!    L = \frac1n \sum_{i=1}^{n} (\hat y_i - y_i)^2 . $$
//! $X$ has the shape $(n, k)$, $W$ $(k, m)$, $b$ and $v$ $(m)$, $\hat y$ and $y$ $(n)$; $c$ is
//! a number. Write the gradient, as one vector: $\partial L/\partial W$ row by row, then
//! $\partial L/\partial b$, $\partial L/\partial v$ and $\partial L/\partial c$.

use ndarray::{Array1, Array2};

/// ∂L/∂(W, b, v, c), of shape (km + 2m + 1).
pub fn gradient(
    w: &Array2<f64>,
    b: &Array1<f64>,
    v: &Array1<f64>,
    c: f64,
    x: &Array2<f64>,
    y: &Array1<f64>,
) -> Array1<f64> {
    todo!()
}
