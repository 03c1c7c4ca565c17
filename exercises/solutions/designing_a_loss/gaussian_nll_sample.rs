//! $\partial \ell / \partial \mu = r e^{-s}$: the residual, in units of the variance. A
//! sample that is declared uncertain hardly pulls.
//! $\partial \ell / \partial s = \frac12 (1 - r^2 e^{-s})$: zero where
//! $e^s = r^2$, so the best variance is the squared residual.

/// The negative log-likelihood of `target`.
pub fn value(mean: f64, log_variance: f64, target: f64) -> f64 {
    let residual = mean - target;
    0.5 * (log_variance + residual * residual * (-log_variance).exp())
}

/// Its derivatives with respect to the mean and to the log variance.
pub fn gradient(mean: f64, log_variance: f64, target: f64) -> [f64; 2] {
    let residual = mean - target;
    let precision = (-log_variance).exp();
    [residual * precision, 0.5 * (1.0 - residual * residual * precision)]
}

/// The log variance at which the loss of a residual is least.
pub fn best_log_variance(residual: f64) -> f64 {
    (residual * residual).ln()
}
