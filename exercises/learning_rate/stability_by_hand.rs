//! # How far is too far?
//!
//! A loss has the curvature $\lambda = 8$ along its steep axis and $\frac12$ along its flat one,
//! $L(\theta) = \frac12 (8\, \theta_1^2 + \frac12\, \theta_2^2)$. Gradient descent starts with a
//! part of the loss along each axis.
//!
//! 1. The border: the rate above which the steep part grows.
//! 2. At $\eta = 0.3$: the factor of the steep part of the *loss* in one step.
//! 3. At $\eta = 0.3$: the factor of the flat part in one step, to two decimals.
//! 4. At $\eta = 0.3$: after how many steps the steep part is more than a million times what it
//!    was.
//! 5. The rate at which the steep part doubles at every step, to two decimals.

/// The largest rate at which nothing grows.
pub fn border() -> f64 {
    todo!()
}

/// The factor of the steep part of the loss at η = 0.3.
pub fn steep_factor() -> f64 {
    todo!()
}

/// The factor of the flat part of the loss at η = 0.3.
pub fn flat_factor() -> f64 {
    todo!()
}

/// The steps until the steep part has grown more than a millionfold at η = 0.3.
pub fn steps_to_a_million() -> f64 {
    todo!()
}

/// The rate at which the steep part of the loss doubles at every step.
pub fn doubling_rate() -> f64 {
    todo!()
}
