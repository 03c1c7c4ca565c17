//! Both lines are one function of the logit of the *right* class, $z_t = z$ for $y = 1$ and
//! $-z$ for $y = 0$, because $1 - \sigma(z) = \sigma(-z)$. With $p_t = \sigma(z_t)$ and
//! $u = -\ln p_t$ the loss is $(1 - p_t)^\gamma u$. Its derivative uses
//! $dp_t/dz_t = p_t(1 - p_t)$ and $du/dz_t = -(1 - p_t)$:
//! $-(1 - p_t)^\gamma (1 - p_t + \gamma p_t u)$. For $y = 0$ the chain rule turns the sign.

use ndarray::{Array1, Zip};

/// The mean focal loss. Both arrays have the same length, which is not zero.
pub fn value(logit: &Array1<f64>, target: &Array1<f64>, alpha: f64, gamma: f64) -> f64 {
    let sum = Zip::from(logit).and(target).fold(0.0, |sum, &z, &y| {
        let (right, weight) = if y == 1.0 { (z, alpha) } else { (-z, 1.0 - alpha) };
        sum + weight * sigmoid(-right).powf(gamma) * surprise(right)
    });
    sum / logit.len() as f64
}

/// The gradient of [`value`] with respect to `logit`.
pub fn gradient(
    logit: &Array1<f64>,
    target: &Array1<f64>,
    alpha: f64,
    gamma: f64,
) -> Array1<f64> {
    let slopes = Zip::from(logit).and(target).map_collect(|&z, &y| {
        let (sign, weight) = if y == 1.0 { (1.0, alpha) } else { (-1.0, 1.0 - alpha) };
        let (right, wrong) = (sigmoid(sign * z), sigmoid(-sign * z));
        let focus = gamma * right * surprise(sign * z);
        -sign * weight * wrong.powf(gamma) * (wrong + focus)
    });
    slopes / logit.len() as f64
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

/// −ln σ(z).
fn surprise(z: f64) -> f64 {
    (-z).max(0.0) + (-z.abs()).exp().ln_1p()
}
