//! # The triangle
//!
//! Write the policy `triangular`: from `least` at step 0 up to `most` in `half` steps, down in
//! `half` more, and so on for as long as it is asked. Steps are counted from 0.

/// The rate of a step.
pub fn rate(step: usize, least: f64, most: f64, half: usize) -> f64 {
    todo!()
}
