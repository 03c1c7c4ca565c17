//! Training: loops that minimize a loss.

mod best_constant;
mod gradient_descent;
mod train_step;

mod metrics;
mod principal_components;
mod symmetric_eigen;

pub use best_constant::best_constant;
pub use gradient_descent::{Descent, TrainingError, gradient_descent};
pub use train_step::{NotFinite, train_step};

pub use metrics::{Confusion, argmax_rows};
pub use principal_components::PrincipalComponents;
pub use symmetric_eigen::symmetric_eigen;
