//! Training: loops that minimize a loss.

mod best_constant;
mod gradient_descent;
mod train_step;

mod best_probability;
mod margin_step;
mod metrics;
mod newton_classifier;
mod principal_components;
mod support_vector_machine;
mod symmetric_eigen;

pub use best_constant::best_constant;
pub use gradient_descent::{Descent, TrainingError, gradient_descent};

pub use best_probability::best_probability;
pub use margin_step::{falling_rate, hinge_slope, margin_objective, margin_step};
pub use newton_classifier::{MarginLoss, newton_classifier};
pub use support_vector_machine::SupportVectorMachine;
mod embedding_quality;
mod siamese;

pub use embedding_quality::EmbeddingQuality;
pub use siamese::siamese_gradient;
pub use train_step::{NotFinite, train_step};

pub use metrics::{Confusion, argmax_rows};
pub use principal_components::PrincipalComponents;
pub use symmetric_eigen::symmetric_eigen;
