//! # Named parameter groups
//!
//! Write gradient descent over parameter groups, as one gives a backbone a small rate and a new
//! head a large one. A group is (name, range of θ, rate factor $f$, decay λ), and steps
//! $\theta \leftarrow (1 - \eta f \lambda)\,\theta - \eta f g$.
//!
//! Before anything moves, look whether the groups cover the parameters one after the other.
//! `fault` gives the name of the first group that does not start where the one before it ends
//! (the first must start at 0), `"rest"` where parameters are left over or missing at the end,
//! and `"none"` where all is well.

use ndarray::Array1;
use std::ops::Range;

/// Name, range, rate factor and decay.
type Group = (&'static str, Range<usize>, f64, f64);

/// What is wrong with the groups of so many parameters.
pub fn fault(groups: &[Group], parameters: usize) -> &'static str {
    todo!()
}

/// θ after one step at this rate.
pub fn step(
    theta: &Array1<f64>,
    gradient: &Array1<f64>,
    groups: &[Group],
    rate: f64,
) -> Array1<f64> {
    todo!()
}
