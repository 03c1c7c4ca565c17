//! Solvers: each finds the minimum of one kind of problem, exactly or to rounding.

mod best_constant;
mod best_probability;
mod newton_classifier;
mod support_vector_machine;

pub use best_constant::best_constant;
pub use best_probability::best_probability;
pub use newton_classifier::{MarginLoss, newton_classifier, newton_classifier_from};
pub use support_vector_machine::{SupportVectorError, SupportVectorMachine};
