//! $Z_2 = H_1 W$, so entry $(i, j)$ of $W$ carries unit $i$ of the first layer to unit $j$ of
//! the second, and back from $j$ to $i$: $\Delta_2 W^\top$. With layers of two widths
//! the wrong product does not exist; that they are equal here is what lets it pass. So does a
//! symmetric $W$, for the gradient check.

use ndarray::Array2;

/// Δ₁, from Δ₂, W and Z₁.
pub fn delta(delta: &Array2<f64>, w: &Array2<f64>, z: &Array2<f64>) -> Array2<f64> {
    let gates = z.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 });
    delta.dot(&w.t()) * gates
}
