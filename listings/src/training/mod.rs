//! Training: steps and loops that minimize a loss over data.

mod gradient_descent;
mod margin_step;
mod mini_batch;
mod rate_finder;
mod scheduled_epoch;
mod siamese;
mod train_step;

pub use gradient_descent::{Descent, TrainingError, gradient_descent};
pub use margin_step::{falling_rate, hinge_slope, margin_objective, margin_step};
pub use mini_batch::epoch;
pub use rate_finder::{RateCurve, RateFinder, Suggestion};
pub use scheduled_epoch::scheduled_epoch;
pub use siamese::siamese_gradient;
pub use train_step::{NotFinite, train_step};
