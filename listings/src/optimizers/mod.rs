//! Optimizers: how a gradient becomes a step. The rate is an argument of each step,
//! because a schedule decides it.

mod adam;
mod adamw;
mod gradient_descent;
mod optimizer;

pub use adam::Adam;
pub use adamw::{AdamW, DecoupledDecay};
pub use gradient_descent::GradientDescent;
pub use optimizer::Optimizer;

// The family of Adam.
mod adamax;
mod amsgrad;
mod nadam;
mod radam;
pub use adamax::Adamax;
pub use amsgrad::AmsGrad;
pub use nadam::NAdam;
pub use radam::RAdam;
mod bfgs;
mod evaluation;
mod lbfgs;
mod line_search;
mod newton;
mod two_loop;

pub use bfgs::Bfgs;
pub use evaluation::Evaluation;
pub use lbfgs::{Lbfgs, LineStep};
pub use line_search::{Found, LineSearchError, StrongWolfe, Trial};
pub use newton::{Newton, NewtonError, NewtonStep};
pub use two_loop::CurvatureMemory;
mod accelerated_gradient;
mod look_ahead;
mod momentum;
mod moving_average;
mod nesterov;

pub use accelerated_gradient::AcceleratedGradient;
pub use look_ahead::LookAhead;
pub use momentum::Momentum;
pub use moving_average::MovingAverage;
pub use nesterov::Nesterov;
mod adadelta;
mod adagrad;
mod rmsprop;
mod rprop;

pub use adadelta::AdaDelta;
pub use adagrad::AdaGrad;
pub use rmsprop::RmsProp;
pub use rprop::Rprop;
