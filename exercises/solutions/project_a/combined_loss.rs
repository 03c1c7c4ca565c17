//! With the weights of difficulty held, everything is linear in the terms:
//! $$
//! \frac{\partial L}{\partial \mu_i} = \frac{d_i}{n} \left( a + u\, e^{-s_i} \right) r_i, \qquad
//! \frac{\partial L}{\partial s_i} = \frac{d_i}{n}\, \frac{u}{2} \left( 1 - r_i^2 e^{-s_i} \right), \qquad
//! \frac{\partial L}{\partial w_j} = c\, w_j .
//! $$
//! The complexity is not divided by $n$: it belongs to the model, not to a sample. With
//! $\gamma = 0$, $a = 1$ and $u = c = 0$ this is half the mean squared error; with $u = 1$
//! and $a = c = 0$ the Gaussian likelihood.

use ndarray::{Array1, Zip};

/// The loss of a batch. The first three arrays have one length, which is not zero.
pub fn value(
    mean: &Array1<f64>,
    log_variance: &Array1<f64>,
    target: &Array1<f64>,
    theta: &Array1<f64>,
    [a, u, c, gamma]: [f64; 4],
) -> f64 {
    let residuals = mean - target;
    let losses = Zip::from(&residuals)
        .and(log_variance)
        .and(&difficulty(&residuals, gamma))
        .map_collect(|&r, &s, &d| d * 0.5 * (a * r * r + u * (s + ratio(r * r, s))));
    let weights = theta.iter().take(theta.len() - 1);
    let complexity = 0.5 * weights.map(|weight| weight * weight).sum::<f64>();
    losses.sum() / losses.len() as f64 + c * complexity
}

/// ∂L/∂μ.
pub fn gradient_of_mean(
    mean: &Array1<f64>,
    log_variance: &Array1<f64>,
    target: &Array1<f64>,
    [a, u, _, gamma]: [f64; 4],
) -> Array1<f64> {
    let residuals = mean - target;
    let n = residuals.len() as f64;
    Zip::from(&residuals)
        .and(log_variance)
        .and(&difficulty(&residuals, gamma))
        .map_collect(|&r, &s, &d| d * (a * r + u * ratio(r, s)) / n)
}

/// ∂L/∂s.
pub fn gradient_of_log_variance(
    mean: &Array1<f64>,
    log_variance: &Array1<f64>,
    target: &Array1<f64>,
    [_, u, _, gamma]: [f64; 4],
) -> Array1<f64> {
    let residuals = mean - target;
    let n = residuals.len() as f64;
    Zip::from(&residuals)
        .and(log_variance)
        .and(&difficulty(&residuals, gamma))
        .map_collect(|&r, &s, &d| d * u * 0.5 * (1.0 - ratio(r * r, s)) / n)
}

/// The part of ∂L/∂θ that the complexity contributes, as long as θ.
pub fn gradient_of_complexity(
    theta: &Array1<f64>,
    [_, _, c, _]: [f64; 4],
) -> Array1<f64> {
    let mut gradient = c * theta;
    gradient[theta.len() - 1] = 0.0;
    gradient
}

/// x e^(−s), and 0 where x is.
fn ratio(x: f64, log_variance: f64) -> f64 {
    if x == 0.0 { 0.0 } else { x * (-log_variance).exp() }
}

fn difficulty(residuals: &Array1<f64>, gamma: f64) -> Array1<f64> {
    let powers = residuals.mapv(|r| r.abs().powf(gamma));
    let mean = powers.sum() / powers.len() as f64;
    if mean == 0.0 { Array1::ones(residuals.len()) } else { powers / mean }
}
