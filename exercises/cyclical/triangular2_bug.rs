//! # Below the lower bound
//!
//! This `triangular2` works in the first cycle and looks right in the second. In a long run the
//! rate gets stuck far below the lower bound, and the loss with it.
//!
//! Repair it. What must stay as it is from cycle to cycle, and what is halved?

/// The rate of a step, with `half` steps up and `half` down.
pub fn rate(step: usize, least: f64, most: f64, half: usize) -> f64 {
    let (cycle, within) = (step / (2 * half), step % (2 * half));
    let height = within.min(2 * half - within) as f64 / half as f64;
    let most = most * 0.5_f64.powi(cycle as i32);
    least + (most - least) * height
}
