//! # Project B, milestone 2: an optimizer for each layer
//!
//! The parameters $\theta \in \R^d$ of a network are one vector, and its layers are ranges of it.
//! Every `Layer` has a name, a range, and a `Member` that steps this range by a rule of its own.
//! The layers are given in any order.
//!
//! `check` looks whether every parameter has exactly one layer. It refuses an empty range, before
//! anything else. Then it goes along θ, from the layer that starts first to the one that starts
//! last, and gives the first fault that it meets; at each layer it asks three things in this
//! order: does the layer end beyond the parameters (`Beyond`), does it start before the end of the
//! layer that came before it along θ (`Overlap`, with the names of these two), are there
//! parameters that no one has between that end, 0 at first, and its start (`Gap`)? The last
//! question is whether parameters are left over after the last layer, which is a `Gap`, too.
//!
//! `step` is for layers that passed the check. Each member observes its own part of the gradient,
//! once, and then its step is added to its own part of θ, and to nothing else.
//!
//! `Layer`, `RangeFault` and `Member` are in `exercises/src/ensemble.rs`. A member has two
//! functions: `observe(&gradient)`, and `step()`, which gives the step from all that was observed.

use crate::ensemble::{Layer, RangeFault};
use ndarray::Array1;

/// Whether every one of so many parameters has exactly one layer.
pub fn check(layers: &[Layer], parameters: usize) -> Result<(), RangeFault> {
    todo!()
}

/// One step of θ, as long as the gradient.
pub fn step(layers: &mut [Layer], theta: &mut Array1<f64>, gradient: &Array1<f64>) {
    todo!()
}
