//! The bias was pulled toward zero like a weight. In Celsius the bias is small and nobody
//! noticed; in kelvin it is near 290, and the pull $\lambda b$ drags every prediction down.
//! A penalty on the bias makes the fit depend on where the target's scale has its zero.
//! The weights say how the prediction *changes* with the inputs, and that does not depend
//! on the zero, so they alone are charged.

use ndarray::Array1;

/// The gradient of λ/2 Σw² with respect to θ = (w, b).
pub fn gradient(theta: &Array1<f64>, lambda: f64) -> Array1<f64> {
    let bias = theta.len() - 1;
    Array1::from_shape_fn(
        theta.len(),
        |j| if j == bias { 0.0 } else { lambda * theta[j] },
    )
}
