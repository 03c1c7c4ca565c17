//! # The best rate of a quadratic
//!
//! On $L(\theta) = \frac12 \sum_i \lambda_i \theta_i^2$ with curvatures $\lambda_i > 0$ a step
//! of rate $\eta$ multiplies $\theta_i$ by $1 - \eta\lambda_i$. Write
//!
//! - the *contraction* of a rate, the largest $|1 - \eta\lambda_i|$;
//! - the rate whose contraction is smallest;
//! - the number of steps after which, at that rate, the bound (contraction to the power of
//!   the steps) is at most `factor`. For a round bowl one step is enough; at the start no
//!   step is needed for a `factor` of 1 or more.

use ndarray::Array1;

/// The largest |1 − ηλᵢ|.
pub fn contraction(curvatures: &Array1<f64>, rate: f64) -> f64 {
    todo!()
}

/// The rate with the smallest contraction.
pub fn best_rate(curvatures: &Array1<f64>) -> f64 {
    todo!()
}

/// The smallest whole number t, as `f64`, with contraction^t ≤ factor at the best rate.
pub fn steps(curvatures: &Array1<f64>, factor: f64) -> f64 {
    todo!()
}
