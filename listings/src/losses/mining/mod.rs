//! Mining: which triplets of a batch to learn from.
//!
//! A triplet is three indices into a batch: an anchor, a positive of the anchor's class
//! other than itself, and a negative of another class.

mod batch;
mod difficulty;
mod pairwise;
mod select;

pub use batch::{mined_gradient, mined_value};
pub use difficulty::{Difficulty, difficulty};
pub use pairwise::pairwise_distances;
pub use select::{all_triplets, batch_hard, semi_hard};
