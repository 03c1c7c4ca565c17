//! # The factor of a step, predicted
//!
//! Momentum runs on a quadratic with the curvatures $\lambda = 1$ and $\lambda = 10$, in the
//! form $v \leftarrow \beta v + g$, $\theta \leftarrow \theta - \eta v$ with $\beta = 0.81$.
//! In the long run each step multiplies the distance from the minimum by some factor. Predict
//! it from the eigenvalues, at three rates, and let the check compute it. Then predict the
//! rate from which on the walk diverges. An answer is right within $0.002$.
//!
//! The three cases: within $(1 - \sqrt\beta)^2 < \eta\lambda < (1 + \sqrt\beta)^2$ the factor
//! is $\sqrt\beta$. Below, it is larger. And there are two directions.

/// The factor at η = 0.05.
pub fn at_a_small_rate() -> f64 {
    todo!()
}

/// The factor at η = 0.1.
pub fn at_twice_the_rate() -> f64 {
    todo!()
}

/// The factor at η = 0.005.
pub fn at_a_tenth_of_the_rate() -> f64 {
    todo!()
}

/// The rate from which on it diverges.
pub fn border() -> f64 {
    todo!()
}
