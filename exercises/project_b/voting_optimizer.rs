//! # Project B, milestone 3: a vote
//!
//! $K \ge 1$ optimizers look at the same gradient and propose the steps $p_1, \dots, p_K \in \R^d$, but
//! only one step is taken. Three ways to agree on it, all coordinate by coordinate:
//!
//! - `mean`: the mean of the $K$ numbers;
//! - `median`: the middle one, or the mean of the middle two where $K$ is even;
//! - `majority`: the sign that more of them have, times the median of their $K$ sizes $\abs{p}$. A
//!   proposal of exactly zero votes for neither sign, and a draw gives zero.
//!
//! `step` lets all members observe the gradient, asks them for their steps, and adds what the vote
//! makes of these to θ. Whoever loses has seen the gradient all the same: the memory of every
//! member advances at every step, whichever wins.
//!
//! `Member` is in `exercises/src/ensemble.rs`; it has `observe(&gradient)`, and `step()`, which
//! gives the step from all that was observed.

use crate::ensemble::Member;
use ndarray::Array1;

/// The mean of at least one step; all have the same length.
pub fn mean(steps: &[Array1<f64>]) -> Array1<f64> {
    todo!()
}

/// The median of each coordinate.
pub fn median(steps: &[Array1<f64>]) -> Array1<f64> {
    todo!()
}

/// The sign of the majority of each coordinate, with the median size.
pub fn majority(steps: &[Array1<f64>]) -> Array1<f64> {
    todo!()
}

/// One step of θ.
pub fn step(
    members: &mut [Member],
    vote: fn(&[Array1<f64>]) -> Array1<f64>,
    theta: &mut Array1<f64>,
    gradient: &Array1<f64>,
) {
    todo!()
}
