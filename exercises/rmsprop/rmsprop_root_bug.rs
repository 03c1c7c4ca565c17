//! # It worked on the test problem
//!
//! On a test problem whose gradients are near one, this step trained well. In a network
//! whose gradients are near $10^{-3}$ the first step threw the weights to the thousands.
//!
//! Find the fault and repair it. Which unit would $\theta$ have to have for the code to
//! be right?

/// θ after a step; `mean_square` is v and holds `gradient` already.
pub fn step(theta: f64, gradient: f64, mean_square: f64, rate: f64, epsilon: f64) -> f64 {
    theta - rate * gradient / (mean_square + epsilon)
}
