//! # Project A, milestone 1: four terms
//!
//! The parts of the loss, each a function of its own. In all of them $r$ is the residual
//! of a predicted mean, $s = \ln \sigma^2$ the predicted log variance of the same sample,
//! and $\theta = (w_1, \dots, w_k, b)$ the parameters, the bias last.
//! $$
//! \text{squared}(r) = \tfrac12 r^2, \qquad
//! \text{uncertainty}(r, s) = \tfrac12 \left( s + r^2 e^{-s} \right),
//! $$
//! $$
//! \text{complexity}(\theta) = \tfrac12 \sum_{j=1}^{k} w_j^2, \qquad
//! d_i = \frac{n\, \abs{r_i}^\gamma}{\sum_j \abs{r_j}^\gamma} .
//! $$
//! The weights of difficulty $d \in \R^n$ have mean 1. Two conditions that are easily
//! missed: a residual of zero costs $\frac12 s$, however small the variance; and where every
//! residual is zero, every weight of difficulty is 1.

use ndarray::Array1;

/// Half the square of a residual.
pub fn squared(residual: f64) -> f64 {
    todo!()
}

/// The Gaussian negative log-likelihood of a residual, without its constant.
pub fn uncertainty(residual: f64, log_variance: f64) -> f64 {
    todo!()
}

/// Half the sum of the squared weights, without the bias, which is last.
pub fn complexity(theta: &Array1<f64>) -> f64 {
    todo!()
}

/// The weights of difficulty, of mean 1; `gamma` is zero or above.
pub fn difficulty(residuals: &Array1<f64>, gamma: f64) -> Array1<f64> {
    todo!()
}
