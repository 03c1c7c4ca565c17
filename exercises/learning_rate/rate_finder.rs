//! # A rate finder
//!
//! Write the parts of a rate finder.
//!
//! 1. The rate of step $i = 0, \dots, n - 1$, which rises from `start` to `end` by the same
//!    factor at every step, and is `end` at the last.
//! 2. The smoothed losses: $s \leftarrow \beta s + (1 - \beta) L$ from $s = 0$, corrected so
//!    that a constant loss stays what it is.
//! 3. How many points are seen before it stops: up to and including the first smoothed loss
//!    that is more than four times the least so far; all of them, if there is none.
//! 4. The suggestion: a tenth of the rate at which the smoothed loss is least.

use ndarray::Array1;

/// The rate of a step, with `steps` of at least 2.
pub fn rate(step: usize, steps: usize, start: f64, end: f64) -> f64 {
    todo!()
}

/// The smoothed losses, as many as losses, with β in [0, 1).
pub fn smoothed(losses: &Array1<f64>, beta: f64) -> Array1<f64> {
    todo!()
}

/// The number of points that are seen, as a number.
pub fn seen(smoothed: &Array1<f64>) -> f64 {
    todo!()
}

/// A tenth of the rate of the least smoothed loss, the first of several.
pub fn suggestion(rates: &Array1<f64>, smoothed: &Array1<f64>) -> f64 {
    todo!()
}
