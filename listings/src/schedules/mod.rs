//! Schedules: the rate as a function of the step.

mod chebyshev;
mod clipped;
mod constant;
mod cosine;
mod cosine_restarts;
mod cyclic;
mod exponential_decay;
mod inverse_square_root;
mod inverse_time_decay;
mod linear;
mod multi_step_decay;
mod one_cycle;
mod polynomial;
mod reduce_on_plateau;
mod scaled;
mod schedule;
mod step_decay;
mod then;
mod warmup;
mod warmup_stable_decay;

pub use chebyshev::Chebyshev;
pub use clipped::Clipped;
pub use constant::Constant;
pub use cosine::Cosine;
pub use cosine_restarts::CosineRestarts;
pub use cyclic::Cyclic;
pub use exponential_decay::ExponentialDecay;
pub use inverse_square_root::InverseSquareRoot;
pub use inverse_time_decay::InverseTimeDecay;
pub use linear::Linear;
pub use multi_step_decay::MultiStepDecay;
pub use one_cycle::OneCycle;
pub use polynomial::PolynomialDecay;
pub use reduce_on_plateau::{Cut, ReduceOnPlateau, Threshold};
pub use scaled::Scaled;
pub use schedule::Schedule;
pub use step_decay::StepDecay;
pub use then::Then;
pub use warmup::Warmup;
pub use warmup_stable_decay::warmup_stable_decay;

// Comparing schedules.
