//! The larger models of the labs, as functions of one flat parameter vector θ.
//!
//! A framework computes the outputs and carries a gradient back through them; the loss, its
//! gradient by the outputs, the optimizer and the schedule are the book's own.

pub mod convolution;
pub mod flat;
pub mod flat_task;
pub mod labeled;
pub mod layers;
pub mod layout;
pub mod network;
pub mod residual_network;
pub mod review_transformer;
pub mod single_output;
pub mod table_network;

pub use flat::Flat;
pub use flat_task::{FlatTask, Samples};
pub use labeled::Labeled;
pub use layout::{Layout, Part, Start};
pub use network::Network;
pub use residual_network::ResidualNetwork;
pub use review_transformer::{PADDING, ReviewTransformer};
pub use single_output::SingleOutput;
pub use table_network::TableNetwork;
