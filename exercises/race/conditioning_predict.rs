//! # From 1:10 to 1:100
//!
//! $L(x, y) = \frac{1}{2} (x^2 + \kappa y^2)$ has the curvatures $1$ and $\kappa$. At its best
//! rate, $2 / (1 + \kappa)$, gradient descent multiplies the distance to the minimum by
//! $\frac{\kappa - 1}{\kappa + 1}$ a step. Momentum at its best rate and its best $\beta$ does
//! by $\frac{\sqrt\kappa - 1}{\sqrt\kappa + 1}$, in the long run.
//!
//! How many steps does it take to divide the distance by a thousand? Predict, in this order,
//! before you compute: gradient descent at $\kappa = 10$, gradient descent at $\kappa = 100$,
//! momentum at $\kappa = 100$; and gradient descent at $\kappa = 100$ from a start that is
//! twice as far away. Count whole steps, by these factors alone. An answer is right within
//! one step.

/// Steps of gradient descent at κ = 10.
pub fn descent_at_10() -> f64 {
    todo!()
}

/// Steps of gradient descent at κ = 100.
pub fn descent_at_100() -> f64 {
    todo!()
}

/// Steps of momentum at κ = 100.
pub fn momentum_at_100() -> f64 {
    todo!()
}

/// Steps of gradient descent at κ = 100 from twice as far, to a thousandth of *that*
/// distance.
pub fn descent_from_twice_as_far() -> f64 {
    todo!()
}
