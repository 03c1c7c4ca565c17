//! Checking: does a loss do what it should, and is its gradient its gradient?

mod check_loss;
mod gradient_error;

pub use check_loss::{LossCheck, check_loss};
pub use gradient_error::gradient_error;
