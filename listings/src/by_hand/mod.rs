//! Gradients by hand: the chain rule one line at a time, with every number in between
//! kept, and what a gradient is checked with.

mod counted_gradient;
mod differences;
mod huber_branches;
mod linear_step;
mod logistic_step;
mod portable;
mod softmax_slope;
mod two_layer;

pub use counted_gradient::{CountedGradient, counted_gradient};
pub use differences::{central_difference, forward_difference, relative_error};
pub use huber_branches::{Branch, HuberBranches};
pub use linear_step::LinearStep;
pub use logistic_step::LogisticStep;
pub use portable::{portable_exp, portable_ln};
pub use softmax_slope::SoftmaxSlope;
pub use two_layer::{TwoLayer, TwoLayerPass, TwoLayerSlopes};
