//! # Two terms, one parameter
//!
//! The loss has two terms that share a parameter $\theta$:
//! $$ L(\theta) = w\, A(\theta) + B(\theta), \qquad
//! A(\theta) = 4 (\theta - 2)^2 + 12, \qquad B(\theta) = \theta^2 . $$
//! $A$ wants $\theta = 2$, $B$ wants $\theta = 0$. The 12 is noise that no $\theta$ can
//! take away. Training starts at $\theta = 1$.
//!
//! Give numbers with two decimals.

/// Where L is least with w = 1.
pub fn minimum_without_weights() -> f64 {
    todo!()
}

/// The w that makes both terms equal in value at θ = 1.
pub fn weight_for_equal_values() -> f64 {
    todo!()
}

/// Where L is least with that weight.
pub fn minimum_with_equal_values() -> f64 {
    todo!()
}

/// The w with which both terms pull equally hard at θ = 1.
pub fn weight_for_equal_pulls() -> f64 {
    todo!()
}
