//! # What a cut leaves
//!
//! A parabola with curvature 1 and gradient noise of standard deviation 1. A constant rate of
//! $0.5$ has come to rest. Predict to two decimals, then look at the hints, or run.
//!
//! 1. The rate is cut to $0.05$. The expected loss at rest, as a share of what it was.
//! 2. The same for a flat direction, of curvature $0.01$.
//! 3. In place of the cut the batch is made ten times as large. The same share, at curvature 1.
//! 4. The rate is cut to $0.05$, at curvature 1. How many times the *new* resting loss is left of
//!    the excess over it after ten steps?

/// The resting loss at 0.05 over that at 0.5.
pub fn after_the_cut() -> f64 {
    todo!()
}

/// The same at curvature 0.01.
pub fn after_the_cut_flat() -> f64 {
    todo!()
}

/// The resting loss with a tenth of the noise variance over that before.
pub fn after_the_larger_batch() -> f64 {
    todo!()
}

/// The excess over the new resting loss ten steps after the cut, over that resting loss.
pub fn excess_after_ten_steps() -> f64 {
    todo!()
}
