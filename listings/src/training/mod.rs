//! Training: steps and loops that minimize a loss over data.

mod gradient_descent;
mod margin_step;
mod mini_batch;
mod rate_finder;
mod scheduled_epoch;
mod siamese;
mod train_step;

mod check_finite;
pub mod checkpoint;
pub mod checkpoint_file;
mod clip;
mod convergence;
mod early_stopping;
mod epoch_random;
mod rates;
mod task;
mod training_loop;

pub use gradient_descent::{Descent, TrainingError, gradient_descent};
pub use margin_step::{falling_rate, hinge_slope, margin_objective, margin_step};
pub use mini_batch::epoch;
pub use rate_finder::{RateCurve, RateFinder, Suggestion};
pub use scheduled_epoch::scheduled_epoch;
pub use siamese::siamese_gradient;
pub use train_step::{NotFinite, train_step};

pub use check_finite::check_finite;
pub use clip::{Clip, clip_norm, clip_value};
pub use convergence::has_converged;
pub use early_stopping::{Best, EarlyStopping};
pub use epoch_random::epoch_random;
pub use rates::{EachEpoch, EachUpdate, Rates};
pub use task::{Classes, Task};
pub use training_loop::{EpochError, EpochRecord, Recipe, Training};
