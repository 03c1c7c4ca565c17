//! Optimizers: how a gradient becomes a step. The rate is an argument of each step,
//! because a schedule decides it.

mod adam;
mod adamw;
mod gradient_descent;
mod optimizer;

pub use adam::Adam;
pub use adamw::AdamW;
pub use gradient_descent::GradientDescent;
pub use optimizer::Optimizer;

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
