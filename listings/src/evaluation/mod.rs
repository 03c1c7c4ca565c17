//! Evaluation: what a trained model is worth, and the decisions made from its scores.

mod confusion;
mod cost_threshold;
mod embedding_quality;
mod regression_quality;

pub use confusion::{Confusion, argmax_rows};
pub use cost_threshold::cost_threshold;
pub use embedding_quality::EmbeddingQuality;
pub use regression_quality::RegressionQuality;
