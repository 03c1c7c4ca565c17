//! Optimizers: how a gradient becomes a step. The rate is an argument of each step,
//! because a schedule decides it.

mod accelerated_gradient;
mod adadelta;
mod adagrad;
mod adam;
mod adamax;
mod adamw;
mod amsgrad;
mod bfgs;
mod evaluation;
mod gradient_descent;
mod lbfgs;
mod line_search;
mod look_ahead;
mod momentum;
mod moving_average;
mod nadam;
mod nesterov;
mod newton;
mod optimizer;
mod radam;
mod rmsprop;
mod rprop;
mod two_loop;

mod lamb;
mod lars;
mod lion;
mod muon;
mod newton_schulz;
mod parameter_groups;
mod schedule_free;
mod cycled_momentum;

pub use accelerated_gradient::AcceleratedGradient;
pub use adadelta::AdaDelta;
pub use adagrad::AdaGrad;
pub use adam::Adam;
pub use adamax::Adamax;
pub use adamw::{AdamW, DecoupledDecay};
pub use amsgrad::AmsGrad;
pub use bfgs::Bfgs;
pub use evaluation::Evaluation;
pub use gradient_descent::GradientDescent;
pub use lbfgs::{Lbfgs, LineStep};
pub use line_search::{Found, LineSearchError, StrongWolfe, Trial};
pub use look_ahead::LookAhead;
pub use momentum::Momentum;
pub use moving_average::MovingAverage;
pub use nadam::NAdam;
pub use nesterov::Nesterov;
pub use newton::{Newton, NewtonError, NewtonStep};
pub use optimizer::Optimizer;
pub use radam::RAdam;
pub use rmsprop::RmsProp;
pub use rprop::Rprop;
pub use two_loop::CurvatureMemory;

pub use lamb::Lamb;
pub use lars::Lars;
pub use lion::Lion;
pub use muon::Muon;
pub use newton_schulz::{QUINTIC, orthogonalize, quintic};
pub use parameter_groups::{Group, ParameterGroups, RangeError};
pub use schedule_free::ScheduleFree;
pub use cycled_momentum::CycledMomentum;
