//! The logarithm of the variance is missing: the normalization of the density. Without
//! it a larger variance is always better, and the derivative in $s$ is never above
//! zero, so $s$ grows without end and takes the pull on the mean, $r e^{-s}$, with it.
//!
//! A gradient check compares a value with its own slope; both belong to one and the
//! same wrong loss. What finds it is the check that the minimum is where you want it: at
//! fixed $r$, the loss has to be least at $s = \ln r^2$.

/// The negative log-likelihood of one residual, without its constant.
pub fn value(residual: f64, log_variance: f64) -> f64 {
    0.5 * (log_variance + residual * residual * (-log_variance).exp())
}

/// Its derivatives with respect to the residual and to the log variance.
pub fn gradient(residual: f64, log_variance: f64) -> [f64; 2] {
    let precision = (-log_variance).exp();
    [residual * precision, 0.5 * (1.0 - residual * residual * precision)]
}
