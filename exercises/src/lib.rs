//! Exercises with checkers that recognize the usual mistakes.
//!
//! An exercise is three files of one name: the file the reader edits
//! (`regression_losses/huber.rs`), the solution (`solutions/…`) and the check
//! (`checks/…`), and one line in `src/registry.rs`. `cargo test -p exercises` checks the
//! reader's answers (`tests/check.rs`) and the checks themselves (`tests/checkers.rs`).
//!
//! `cargo fmt` does not see files that a macro declares:
//! `rustfmt exercises/*_*/*.rs exercises/*/*_*/*.rs --edition 2024` formats them.

mod adam_paths;
pub mod check;
pub mod choices;
pub mod ensemble;
mod exercise;
mod lamb_walks;
mod lion_paths;
mod look_ahead;
pub mod observation;
mod pointwise;
pub mod progress;
pub mod quiz;
mod registry;
mod statement;
mod stopping;
mod two_layer_gradients;
mod verdict;

pub use check::Kind;
pub use exercise::{Exercise, WrongAnswer};
pub use registry::{all, quizzes};
pub use verdict::Verdict;
