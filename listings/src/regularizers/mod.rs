//! Regularizers: a price on large weights, added to the loss.

mod coordinate_descent;
mod elastic_net;
mod l1;
mod l2;
mod moments;
mod on_weights;
mod penalized_loss;
mod projection;
mod regularizer;
mod ridge;

pub use coordinate_descent::{FitError, LinearFit, coordinate_descent, lambda_max};
pub use elastic_net::ElasticNet;
pub use l1::{L1, soft_threshold};
pub use l2::L2;
pub use moments::Moments;
pub use on_weights::OnWeights;
pub use penalized_loss::{PenalizedLoss, proximal_gradient, subgradient_descent};
pub use projection::{project_onto_l1_ball, project_onto_l2_ball};
pub use regularizer::Regularizer;
pub use ridge::{Direction, ridge};
