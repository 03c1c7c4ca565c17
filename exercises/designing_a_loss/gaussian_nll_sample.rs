//! # A prediction that says how sure it is
//!
//! A model predicts a mean $\mu$ and a log variance $s = \ln \sigma^2$. Write the negative
//! log-likelihood of one target $y$ under $N(\mu, \sigma^2)$, without the constant
//! $\frac12 \ln 2\pi$,
//! $$ \ell = \frac12 \left( s + r^2 e^{-s} \right), \qquad r = \mu - y, $$
//! and its two derivatives. Derive them before you write them. Where is $\ell$ least in
//! $s$?

/// The negative log-likelihood of `target`.
pub fn value(mean: f64, log_variance: f64, target: f64) -> f64 {
    todo!()
}

/// Its derivatives with respect to the mean and to the log variance.
pub fn gradient(mean: f64, log_variance: f64, target: f64) -> [f64; 2] {
    todo!()
}

/// The log variance at which the loss of a residual is least.
pub fn best_log_variance(residual: f64) -> f64 {
    todo!()
}
