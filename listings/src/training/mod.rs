//! Training: loops that minimize a loss.

mod best_constant;
mod gradient_descent;

pub use best_constant::best_constant;
pub use gradient_descent::{Descent, TrainingError, gradient_descent};

mod siamese;

pub use siamese::siamese_gradient;
