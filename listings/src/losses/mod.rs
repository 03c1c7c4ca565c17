//! Losses: how bad a prediction is, and which way is better.

mod huber;
mod log_cosh;
mod loss;
mod mean_absolute_error;
mod mean_squared_error;
mod quantile;
mod reduction;
mod residual_loss;

pub use huber::Huber;
pub use log_cosh::LogCosh;
pub use loss::Loss;
pub use mean_absolute_error::MeanAbsoluteError;
pub use mean_squared_error::MeanSquaredError;
pub use quantile::Quantile;
pub use reduction::{Reduced, Reduction};
pub use residual_loss::ResidualLoss;
