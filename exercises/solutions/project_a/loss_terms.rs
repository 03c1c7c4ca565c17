//! Two traps. In floating-point numbers $e^{-s}$ is infinite for $s = -800$, and
//! $0 \cdot \infty$ is NaN, where the limit is $0$; one line for $r = 0$ mends that. And
//! $0/0$ in the weights of difficulty is NaN, too: a batch without errors has no hard
//! sample, so all weigh the same.

use ndarray::Array1;

/// Half the square of a residual.
pub fn squared(residual: f64) -> f64 {
    0.5 * residual * residual
}

/// The Gaussian negative log-likelihood of a residual, without its constant.
pub fn uncertainty(residual: f64, log_variance: f64) -> f64 {
    let ratio =
        if residual == 0.0 { 0.0 } else { residual * residual * (-log_variance).exp() };
    0.5 * (log_variance + ratio)
}

/// Half the sum of the squared weights, without the bias, which is last.
pub fn complexity(theta: &Array1<f64>) -> f64 {
    let weights = theta.iter().take(theta.len() - 1);
    0.5 * weights.map(|weight| weight * weight).sum::<f64>()
}

/// The weights of difficulty, of mean 1; `gamma` is zero or above.
pub fn difficulty(residuals: &Array1<f64>, gamma: f64) -> Array1<f64> {
    let powers = residuals.mapv(|r| r.abs().powf(gamma));
    let mean = powers.sum() / powers.len() as f64;
    if mean == 0.0 { Array1::ones(residuals.len()) } else { powers / mean }
}
