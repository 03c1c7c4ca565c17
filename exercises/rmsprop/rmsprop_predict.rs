//! # Where does it stop, and how does it start?
//!
//! RMSprop with $\rho = 0.9$ and $\eta = 0.1$ minimizes $L = \frac{1}{2} \lambda \theta^2$
//! from $\theta = 3$, and takes $500$ steps.
//!
//! Predict the length of the first step at $\lambda = 1$; the distance to the minimum in
//! the end at $\lambda = 1$; the same at $\lambda = 100$; and at $\lambda = 1$ with half
//! the rate. Then let the check run all four. An answer is right within $0.01$.

/// The length of the first step.
pub fn first_step() -> f64 {
    todo!()
}

/// The distance after 500 steps, with curvature 1.
pub fn distance() -> f64 {
    todo!()
}

/// The distance after 500 steps, with curvature 100.
pub fn distance_when_steep() -> f64 {
    todo!()
}

/// The distance after 500 steps, with curvature 1 and the rate 0.05.
pub fn distance_at_half_the_rate() -> f64 {
    todo!()
}
