//! Training: loops that minimize a loss.

mod best_constant;
mod gradient_descent;
mod train_step;

pub use best_constant::best_constant;
pub use gradient_descent::{Descent, TrainingError, gradient_descent};
pub use train_step::{NotFinite, train_step};
