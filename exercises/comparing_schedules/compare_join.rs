//! # One schedule after another
//!
//! A schedule is a function of the step. Write the two ways of putting several together.
//!
//! `joined` runs through pieces, each for its own number of steps: at the first step of a
//! piece its own clock stands at 0. Beyond the last piece the last one goes on. The pieces
//! need not meet, and a piece of 0 steps is never heard.
//!
//! `chained` multiplies: its factors share one clock, and the product of all of them times
//! `base` is the rate.

/// A schedule: the rate of a step.
pub type Rates = fn(usize) -> f64;

/// The rate of `step` under pieces of (steps, schedule). There is at least one piece.
pub fn joined(pieces: &[(usize, Rates)], step: usize) -> f64 {
    todo!()
}

/// `base` times the product of all factors at `step`.
pub fn chained(base: f64, factors: &[Rates], step: usize) -> f64 {
    todo!()
}
