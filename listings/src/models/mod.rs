//! Models: functions of one flat parameter vector θ, so that every optimizer is written
//! once.

mod dense;
mod dropout;
mod linear;
mod logistic;
mod model;
mod multilayer_perceptron;
mod rectifier;
mod transformer;

pub use dense::Dense;
pub use dropout::dropout_mask;
pub use linear::Linear;
pub use logistic::Logistic;
pub use model::Model;
pub use multilayer_perceptron::{Block, MultilayerPerceptron, Pass};
pub use rectifier::{rectifier_slope, rectify};
pub use transformer::{NormPlace, Transformer, TransformerPass};
