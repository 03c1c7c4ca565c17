//! # The range test said otherwise
//!
//! Somebody found the bounds with a range test, set the step size to four epochs of 100 steps
//! as the paper advises, and says that the cycles do no good. You count the tops in the log:
//! there is one every 400 steps, where there should be one every 800.
//!
//! Find the fault and repair it.

/// The rate of a step: from `least` to `most` in `step_size` steps, and back in as many.
pub fn rate(step: usize, least: f64, most: f64, step_size: usize) -> f64 {
    let position = (step % step_size) as f64 / step_size as f64;
    let height = 1.0 - (2.0 * position - 1.0).abs();
    least + (most - least) * height
}
