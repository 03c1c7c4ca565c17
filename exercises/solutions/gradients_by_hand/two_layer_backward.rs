//! Forward first, since the backward pass needs $Z$ and $H$. Then from the end: the pull of
//! each sample on its output is $2r/n$; times $v$ and through the gates it is
//! $\Delta$, of the shape of $Z$. Every gradient has the shape of its parameter, and that
//! almost decides where a transpose goes: $X^\top \Delta$ is $(k, n)(n, m)$. Products sum over
//! the batch by themselves; the bias has to be told.

use ndarray::{Array1, Array2, Axis};

/// ∂L/∂(W, b, v, c), of shape (km + 2m + 1).
pub fn gradient(
    w: &Array2<f64>,
    b: &Array1<f64>,
    v: &Array1<f64>,
    c: f64,
    x: &Array2<f64>,
    y: &Array1<f64>,
) -> Array1<f64> {
    let z = x.dot(w) + b;
    let h = z.mapv(|z| z.max(0.0));
    let residual = h.dot(v) + c - y;

    let pull = residual * (2.0 / y.len() as f64); // (n)
    let gate = z.mapv(|z| if z > 0.0 { 1.0 } else { 0.0 });
    let row = v.view().insert_axis(Axis(0)); // (1, m)
    let delta = pull.view().insert_axis(Axis(1)).dot(&row) * gate; // (n, m)

    let weights = x.t().dot(&delta); // (k, m)
    let biases = delta.sum_axis(Axis(0)); // (m)
    let outputs = h.t().dot(&pull); // (m)
    let all = weights.iter().chain(&biases).chain(&outputs).copied();
    all.chain([pull.sum()]).collect()
}
