//! With $-\ln p = \varsigma(-z)$, $-\ln (1 - p) = \varsigma(z)$ and the softplus
//! $\varsigma(z) = \max(z, 0) + \ln(1 + e^{-|z|})$, a sample costs
//! $w y\, \varsigma(-z) + (1 - y)\, \varsigma(z)$. Its derivative is
//! $-w y\, \sigma(-z) + (1 - y)\, \sigma(z)$. That is not $w (p - y)$: the weight multiplies
//! the positive part alone. The negatives weigh $n_-$ together and the positives $w n_+$, so
//! $w = n_- / n_+$.

use ndarray::{Array1, Zip};

/// The weighted loss. Both arrays have the same length, which is not zero.
pub fn value(logits: &Array1<f64>, target: &Array1<f64>, weight: f64) -> f64 {
    let losses = Zip::from(logits)
        .and(target)
        .map_collect(|&z, &y| weight * y * softplus(-z) + (1.0 - y) * softplus(z));
    losses.sum() / losses.len() as f64
}

/// The gradient of [`value`] with respect to `logits`.
pub fn gradient(logits: &Array1<f64>, target: &Array1<f64>, weight: f64) -> Array1<f64> {
    let slopes = Zip::from(logits)
        .and(target)
        .map_collect(|&z, &y| (1.0 - y) * sigmoid(z) - weight * y * sigmoid(-z));
    slopes / logits.len() as f64
}

/// The weight that makes both classes count alike.
pub fn balancing_weight(target: &Array1<f64>) -> f64 {
    let positives = target.sum();
    (target.len() as f64 - positives) / positives
}

fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}
