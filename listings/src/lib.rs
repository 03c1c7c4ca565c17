//! What the chapters print, and what they are computed from.
//!
//! - [`losses`]: a value and its gradient, one family a file.
//! - [`models`]: functions of one flat parameter vector θ.
//! - [`data`]: seeded generators.
//! - [`regularizers`]: prices on large weights.
//! - [`optimizers`]: how a gradient becomes a step.
//! - [`schedules`]: the rate as a function of the step.
//! - [`surfaces`]: functions to walk on.
//! - [`training`]: steps and loops that minimize a loss over data.
//! - [`solvers`]: the minimum of one kind of problem.
//! - [`evaluation`]: what a trained model is worth.
//! - [`checking`]: is a loss sound, is a gradient right?
//! - [`diagnosing`]: faults of a training that can be switched on.
//! - [`by_hand`]: the chain rule line by line, every number kept.
//! - [`linear_algebra`]: principal directions and eigenvalues.
//! - [`experiments`]: pure functions from a configuration to an outcome.
//! - [`conventions`]: the same optimizers as others write them.
//! - [`claims`]: what lectures say, each with the evidence that decides it.
//! - [`report`]: tables and formatted numbers, the form in which outcomes reach a page.

pub mod by_hand;
pub mod checking;
pub mod claims;
pub mod conventions;
pub mod data;
pub mod diagnosing;
pub mod error;
pub mod evaluation;
pub mod experiments;
pub mod labs;
pub mod linear_algebra;
pub mod losses;
pub mod models;
pub mod optimizers;
pub mod regularizers;
pub mod report;
pub mod schedules;
pub mod solvers;
pub mod statistics;
pub mod surfaces;
pub mod training;

pub use error::ParameterError;
