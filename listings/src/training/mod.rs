//! Training: loops that minimize a loss.

mod best_constant;
mod best_probability;
mod check_loss;
mod cost_threshold;
mod embedding_quality;
mod gradient_descent;
mod gradient_error;
mod margin_step;
mod metrics;
mod newton_classifier;
mod principal_components;
mod siamese;
mod support_vector_machine;
mod symmetric_eigen;
mod train_step;

pub use best_constant::best_constant;
pub use best_probability::best_probability;
pub use check_loss::{LossCheck, check_loss};
pub use cost_threshold::cost_threshold;
pub use embedding_quality::EmbeddingQuality;
pub use gradient_descent::{Descent, TrainingError, gradient_descent};
pub use gradient_error::gradient_error;
pub use margin_step::{falling_rate, hinge_slope, margin_objective, margin_step};
pub use metrics::{Confusion, argmax_rows};
pub use newton_classifier::{MarginLoss, newton_classifier};
pub use principal_components::PrincipalComponents;
pub use siamese::siamese_gradient;
pub use support_vector_machine::SupportVectorMachine;
pub use symmetric_eigen::symmetric_eigen;
pub use train_step::{NotFinite, train_step};
