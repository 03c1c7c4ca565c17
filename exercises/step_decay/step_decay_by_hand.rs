//! # Rates by hand
//!
//! All answers to four decimals.
//!
//! 1. Step decay from $\eta_0 = 0.4$ with $\gamma = 0.5$ and $N = 20$ epochs. The rates of the
//!    epochs 0, 19, 20, 45 and 100, epochs counted from 0.
//! 2. Cuts by $\gamma = 0.1$ at the milestones 30 and 45, from $\eta_0 = 0.1$. The rates of the
//!    epochs 29, 30, 44 and 45.
//! 3. A parabola with curvature $\lambda = 1$ and a gradient with noise of standard deviation
//!    $\sigma = 2$. The expected loss at which a constant rate of $0.1$ comes to rest.

/// The rates of step decay at epochs 0, 19, 20, 45 and 100.
pub fn rates() -> [f64; 5] {
    todo!()
}

/// The rates at epochs 29, 30, 44 and 45, with two milestones.
pub fn at_milestones() -> [f64; 4] {
    todo!()
}

/// The expected loss at rest.
pub fn loss_at_rest() -> f64 {
    todo!()
}
