//! A factor $q$ a step needs $\ln 1000 / (-\ln q)$ steps. For $\kappa = 10$, $q = 9/11$: 35
//! steps. For $\kappa = 100$, $q = 99/101$: 346, ten times as many, because $-\ln q \approx
//! 2/\kappa$. Momentum at $\kappa = 100$ has $\sqrt\kappa = 10$ in place of $\kappa$, so it
//! needs exactly as many steps as gradient descent at $\kappa = 10$. The start does not
//! matter: a factor is a factor.
//!
//! On the chapter's sweep you can see the same: conditioning costs gradient descent most.

/// Steps of gradient descent at κ = 10.
pub fn descent_at_10() -> f64 {
    steps(9.0 / 11.0)
}

/// Steps of gradient descent at κ = 100.
pub fn descent_at_100() -> f64 {
    steps(99.0 / 101.0)
}

/// Steps of momentum at κ = 100.
pub fn momentum_at_100() -> f64 {
    steps(9.0 / 11.0)
}

/// Steps of gradient descent at κ = 100 from twice as far, to a thousandth of *that*
/// distance.
pub fn descent_from_twice_as_far() -> f64 {
    steps(99.0 / 101.0)
}

/// Whole steps until a distance that shrinks by `factor` is below a thousandth.
fn steps(factor: f64) -> f64 {
    let (mut distance, mut steps) = (1.0, 0.0);
    while distance > 1e-3 {
        distance *= factor;
        steps += 1.0;
    }
    steps
}
