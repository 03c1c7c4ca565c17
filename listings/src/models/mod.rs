//! Models: functions of one flat parameter vector θ, so that every optimizer is written
//! once.

mod linear;
mod model;

pub use linear::Linear;
pub use model::Model;
