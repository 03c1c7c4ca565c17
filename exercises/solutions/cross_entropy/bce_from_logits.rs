//! $-\ln \sigma(z) = \ln(1 + e^{-z})$ and $-\ln(1 - \sigma(z)) = \ln(1 + e^{z})$. With
//! $\ln(1 + e^{z}) = \max(z, 0) + \ln(1 + e^{-|z|})$ the exponent is never positive, and both
//! terms together are $\max(z, 0) - y z + \ln(1 + e^{-|z|})$. The derivative is
//! $\sigma(z) - y$; where $e^{-z}$ overflows, $1 / (1 + \infty) = 0$ is just right.

use ndarray::{Array1, Zip};

/// The mean binary cross-entropy. Both arrays have the same length, which is not zero.
pub fn value(logits: &Array1<f64>, target: &Array1<f64>) -> f64 {
    let losses = Zip::from(logits)
        .and(target)
        .map_collect(|&z, &y| z.max(0.0) - y * z + (-z.abs()).exp().ln_1p());
    losses.sum() / losses.len() as f64
}

/// The gradient of [`value`] with respect to `logits`.
pub fn gradient(logits: &Array1<f64>, target: &Array1<f64>) -> Array1<f64> {
    let n = logits.len() as f64;
    let probability = logits.mapv(|z| 1.0 / (1.0 + (-z).exp()));
    (probability - target) / n
}
