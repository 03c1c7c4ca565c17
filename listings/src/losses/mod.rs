//! Losses: how bad a prediction is, and which way is better.

mod binary_cross_entropy;
mod checks;
mod contrastive;
mod cross_entropy;
mod elementwise;
mod focal;
mod gaussian_nll;
mod hinge;
mod huber;
mod kl_divergence;
mod log_cosh;
mod log_sum_exp;
mod loss;
mod mean_absolute_error;
mod mean_squared_error;
mod quantile;
mod reduction;
mod residual_loss;
mod softplus;
mod triplet;
mod weighted;

mod beta_nll;
mod expectile;
mod linex;
mod poisson_nll;
mod task_weights;
mod weighted_sum;
mod welsch;

pub use binary_cross_entropy::BinaryCrossEntropy;
pub use contrastive::Contrastive;
pub use cross_entropy::CrossEntropy;
pub use focal::{BinaryFocal, Focal};
pub use gaussian_nll::GaussianNll;
pub use hinge::{Hinge, SquaredHinge};
pub use huber::Huber;
pub use kl_divergence::{KlDivergence, kl_divergence};
pub use log_cosh::LogCosh;
pub use log_sum_exp::{log_softmax, log_sum_exp, softmax};
pub use loss::Loss;
pub use mean_absolute_error::MeanAbsoluteError;
pub use mean_squared_error::MeanSquaredError;
pub use quantile::Quantile;
pub use reduction::{Reduced, Reduction};
pub use residual_loss::ResidualLoss;
pub use softplus::{sigmoid, softplus};
pub use triplet::Triplet;

pub use beta_nll::BetaNll;
pub use expectile::Expectile;
pub use linex::Linex;
pub use poisson_nll::PoissonNll;
pub use task_weights::task_loss;
pub use weighted_sum::WeightedSum;
pub use welsch::Welsch;
