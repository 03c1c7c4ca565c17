//! Training: loops that minimize a loss.

mod best_constant;
mod gradient_descent;
mod train_step;

mod check_loss;
mod cost_threshold;
mod gradient_error;
mod metrics;
mod principal_components;
mod symmetric_eigen;

pub use best_constant::best_constant;
pub use gradient_descent::{Descent, TrainingError, gradient_descent};

pub use check_loss::{LossCheck, check_loss};
pub use cost_threshold::cost_threshold;
pub use gradient_error::gradient_error;
pub use train_step::{NotFinite, train_step};

pub use metrics::{Confusion, argmax_rows};
pub use principal_components::PrincipalComponents;
pub use symmetric_eigen::symmetric_eigen;
