//! A factorization is of order $d^3$, the product of a matrix and a vector of order $d^2$,
//! and a dot product of order $d$: the factors are $8$, $4$ and $2$.
//!
//! Newton's parabola *is* the quadratic: one step. BFGS with exact searches learns one
//! direction a step, and on a quadratic its directions are conjugate: $d$ steps.

/// The factor for Newton's method.
pub fn newton_doubled() -> f64 {
    8.0
}

/// The factor for BFGS.
pub fn bfgs_doubled() -> f64 {
    4.0
}

/// The factor for L-BFGS with the memory 10.
pub fn lbfgs_doubled() -> f64 {
    2.0
}

/// Steps of Newton's method.
pub fn newton_steps() -> f64 {
    1.0
}

/// Steps of BFGS with an exact line search.
pub fn bfgs_steps() -> f64 {
    6.0
}
